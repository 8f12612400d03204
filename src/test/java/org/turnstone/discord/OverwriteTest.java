package org.turnstone.discord;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import net.dv8tion.jda.api.Permission;
import org.junit.jupiter.api.Test;

/** Whatever a channel said of somebody, it says again afterwards. */
class OverwriteTest {
    private static final long WITHHELD = Permission.getRaw(Overwrite.WITHHELD);

    @Test
    void what_was_there_comes_back_whatever_it_was() {
        Random random = new Random(20_261_125);
        for (int i = 0; i < 1_000; i++) {
            long allow = random.nextLong() & (1L << 53) - 1;
            Overwrite before = new Overwrite(allow, random.nextLong() & (1L << 53) - 1 & ~allow);
            Overwrite held = before.held();
            assertThat(held.deny() & WITHHELD).isEqualTo(WITHHELD);
            assertThat(held.allow() & WITHHELD).isZero();
            assertThat(held.deny() & ~WITHHELD).isEqualTo(before.deny() & ~WITHHELD);
            assertThat(before.backFrom(held)).isEqualTo(before);
            assertThat(before.backFrom(before)).as("never held after all").isEqualTo(before);
        }
    }

    @Test
    void what_somebody_else_changed_meanwhile_stays() {
        Overwrite before = new Overwrite(Permission.MESSAGE_SEND.getRawValue(), 0);
        Overwrite held = before.held();
        long reactions = Permission.MESSAGE_ADD_REACTION.getRawValue();
        assertThat(before.backFrom(new Overwrite(held.allow() | reactions, held.deny())))
                .isEqualTo(new Overwrite(before.allow() | reactions, 0));
        assertThat(before.backFrom(Overwrite.NONE)).as("set free by hand").isEqualTo(Overwrite.NONE);
    }
}
