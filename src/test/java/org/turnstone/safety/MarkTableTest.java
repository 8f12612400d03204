package org.turnstone.safety;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MarkTableTest {
    private static final int COLUMNS = 3;

    @Test
    void every_mark_is_found_again_with_its_own_figures_and_none_other() {
        Random random = new Random(20_261_127);
        Map<String, double[]> all = new HashMap<>();
        for (int i = 0; i < 5_000; i++) {
            all.put("mark " + random.nextInt(), new double[] {i, -i, random.nextDouble()});
        }
        // "Aa" and "BB" have the same hash in Java, and so do all words made of them.
        all.put("AaAa", new double[] {1, 2, 3});
        all.put("BBBB", new double[] {4, 5, 6});
        MarkTable table = MarkTable.of(all, COLUMNS).whole();
        all.forEach((mark, figures) -> {
            int number = table.find(mark);
            assertThat(number).as(mark).isNotEqualTo(MarkTable.NOT_THERE);
            for (int column = 0; column < COLUMNS; column++) {
                assertThat(table.figure(number, column)).as(mark).isEqualTo(figures[column]);
            }
        });
        assertThat(table.find("AaBB")).isEqualTo(MarkTable.NOT_THERE);
        assertThat(table.find("mark")).isEqualTo(MarkTable.NOT_THERE);
        assertThat(table.find("")).isEqualTo(MarkTable.NOT_THERE);
        assertThat(table.toMap()).containsOnlyKeys(all.keySet());
    }

    @Test
    void what_is_there_already_is_not_added_and_keeps_its_figures() {
        MarkTable table = new MarkTable(1);
        assertThat(table.isEmpty()).isTrue();
        assertThat(table.add("a want die", 2, 10, new double[] {1})).isTrue();
        assertThat(table.add("want die", 0, 8, new double[] {2})).isFalse();
        assertThat(table.figure(table.find("want die"), 0)).isEqualTo(1);
    }
}
