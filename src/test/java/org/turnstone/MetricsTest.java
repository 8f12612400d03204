package org.turnstone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.turnstone.room.Taken;
import org.turnstone.room.Trouble;

class MetricsTest {
    private final Metrics metrics = new Metrics();

    @Test
    void what_happened_is_counted_and_timed() {
        metrics.took(Taken.How.MOVED, 3_000_000);
        metrics.played(1_500);
        metrics.failed(Trouble.REFUSED);
        metrics.gaveUp(Trouble.FAULTY);
        metrics.shows("turnstone_effects_owed", "Effects that wait to go through.", () -> 7);
        assertThat(metrics.text().lines())
                .contains(
                        "turnstone_inputs_total{outcome=\"moved\"} 1.0",
                        "turnstone_input_seconds_bucket{le=\"0.005\"} 1",
                        "turnstone_effect_owed_seconds_bucket{le=\"1.0\"} 0",
                        "turnstone_effect_owed_seconds_bucket{le=\"5.0\"} 1",
                        "turnstone_effect_failures_total{trouble=\"refused\"} 1.0",
                        "turnstone_effects_given_up_total{trouble=\"faulty\"} 1.0",
                        "turnstone_effects_owed 7.0");
    }

    @Test
    void nothing_that_was_not_counted_yet_is_missing() {
        assertThat(metrics.text().lines())
                .contains(
                        "turnstone_inputs_total{outcome=\"stranger\"} 0.0",
                        "turnstone_effects_given_up_total{trouble=\"unreadable\"} 0.0");
    }

    @Test
    void a_figure_that_cannot_be_told_just_now_takes_no_other_with_it() {
        metrics.shows("turnstone_effects_owed", "Effects that wait to go through.", () -> {
            throw new IllegalStateException("the database is away");
        });
        assertThat(metrics.text().lines()).contains("turnstone_effects_owed NaN", "turnstone_saves_anew_total 0.0");
    }

    /** Whatever is ever added: a label is one of a few words of ours, so that no room and no person can be one. */
    @Test
    void labels_are_words_of_our_own() {
        Pattern line =
                Pattern.compile("[a-z_]+(\\{(outcome|trouble)=\"[a-z_]+\"}|\\{le=\"[0-9.+Inf]+\"})? [-0-9.E+NaInf]+");
        List<String> strange = metrics.text()
                .lines()
                .filter(text -> !text.startsWith("#") && !line.matcher(text).matches())
                .toList();
        assertThat(strange).isEmpty();
    }
}
