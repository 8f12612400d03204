package org.turnstone.safety;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AfterwardsTest {
    @Test
    void after_words_of_self_harm_their_writer_may_go_on_and_may_show_them() {
        assertThat(Afterwards.of(Concern.SELF_HARM)).containsExactly(Afterwards.GO_ON, Afterwards.SHOW);
    }

    @Test
    void after_violence_or_a_threat_nothing_shortens_the_pause_and_nothing_is_shown() {
        assertThat(Afterwards.of(Concern.PARTNER_VIOLENCE)).isEmpty();
        assertThat(Afterwards.of(Concern.THREAT)).isEmpty();
    }
}
