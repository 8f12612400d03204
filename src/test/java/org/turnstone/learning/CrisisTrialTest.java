package org.turnstone.learning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.turnstone.safety.Concern;
import org.turnstone.safety.CrisisLexicon;
import org.turnstone.safety.CrisisReader;
import org.turnstone.safety.CrisisWeights;

class CrisisTrialTest {
    private static final CrisisLexicon LEXICON = CrisisLexicon.parse("cues.txt", """
            sense hit: slap punch kick
            rule threat.says-so
                i'll hurt you
                + i'll hurt you
                - hello
            """);

    private static CrisisTrial.Result learned() {
        List<CrisisLine> lines = new ArrayList<>();
        for (String who : List.of("a", "b", "c", "d", "e", "f")) {
            lines.add(new CrisisLine(who, "you slapped me " + who, Optional.of(Concern.PARTNER_VIOLENCE)));
            lines.add(new CrisisLine(who, "you kicked my leg " + who, Optional.of(Concern.PARTNER_VIOLENCE)));
            lines.add(new CrisisLine(who, "you kicked the ball " + who, Optional.empty()));
            lines.add(new CrisisLine(who, "you were late again " + who, Optional.empty()));
        }
        return new CrisisTrial(new CrisisReader(LEXICON), lines, List.of(), 1).run(0);
    }

    @Test
    void what_is_learned_holds_for_voices_that_were_left_out() {
        assertThat(learned().recall()).isEqualTo(1);
        assertThat(learned().falseAlarms()).isZero();
    }

    @Test
    void the_same_lines_teach_the_same_weights_and_the_file_says_them() {
        String written = CrisisWeightsText.of(learned().weights(), "en");
        assertThat(CrisisWeightsText.of(learned().weights(), "en")).isEqualTo(written);
        CrisisReader reader = new CrisisReader(LEXICON, CrisisWeights.parse("w", written));
        assertThat(reader.read("and you punched me").map(a -> a.concern())).contains(Concern.PARTNER_VIOLENCE);
        assertThat(reader.read("and you were late again")).isEmpty();
    }
}
