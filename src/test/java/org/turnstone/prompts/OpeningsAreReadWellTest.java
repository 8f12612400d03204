package org.turnstone.prompts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.turnstone.floor.Prompt;
import org.turnstone.reading.Reader;
import org.turnstone.reading.Readers;
import org.turnstone.reading.Role;
import org.turnstone.reading.Utterance;

/** What is put into people's mouths is never held against them: the reader flags no opening and no chosen phrase. */
class OpeningsAreReadWellTest {
    private static final List<String> FINISHED = List.of("...", "that evening", "you were left alone with it", "");

    private static List<String> flagged(Reader reader, Prompt prompt, Role role) {
        List<String> flagged = new ArrayList<>();
        for (String phrase : Books.english().phrases(prompt)) {
            for (String end : FINISHED) {
                String said = phrase.replace("{other}", "Sam").replace("...", end);
                if (reader.read(new Utterance(said, role, "I felt alone at the party."))
                        .verdict()
                        .flags()) {
                    flagged.add(said);
                }
            }
        }
        return flagged;
    }

    @Test
    void no_opening_and_no_chosen_phrase_is_flagged() throws IOException {
        Reader reader = Readers.shipped("en");
        List<Prompt> asReplies = new ArrayList<>(Prompt.REPAIRS);
        for (Prompt prompt : Prompt.values()) {
            if (Stream.of("OPENING_", "INSTEAD_OF_", "BLOCK_").anyMatch(prompt.name()::startsWith)) {
                asReplies.add(prompt);
            }
        }
        assertThat(asReplies)
                .allSatisfy(p -> assertThat(flagged(reader, p, Role.LISTENER)).isEmpty());
        assertThat(Stream.of(Prompt.SOFT_START_UP, Prompt.SOFT_WITHOUT_AN_EDGE, Prompt.SOFT_ABOUT_ONE_TIME))
                .allSatisfy(p -> assertThat(flagged(reader, p, Role.SPEAKER)).isEmpty());
    }
}
