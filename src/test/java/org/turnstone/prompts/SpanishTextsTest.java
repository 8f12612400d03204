package org.turnstone.prompts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.turnstone.floor.Move;
import org.turnstone.floor.Prompt;

class SpanishTextsTest extends TextsReadAloud {
    private static final PromptBook BOOK = Books.spanish();
    private static final Set<String> ENGLISH = Books.ENGLISH.lines().collect(Collectors.toSet());

    @Override
    PromptBook book() {
        return BOOK;
    }

    @Override
    String notOurWords() {
        return "usuari|sesión|comunicaci|tóxic|trauma|disfunc|debes|deberías|cálmate|relájate"
                + "|error|falló|advertencia|inválid|inapropiad|felicidades|enhorabuena|muy bien hecho|terapeuta"
                + "|participante|trastorno|límites|espacio seguro|vosotr| vos |usted |ustedes deben";
    }

    @Override
    String ownLetters() {
        return "áéíóúüñ¿ÁÉÍÓÚÑ";
    }

    @Override
    Pattern nonsenseMoment() {
        return Pattern.compile("(?i)\\b(hasta|a|de|desde|antes de|después de|en|para) \\{when}");
    }

    @Test
    void every_prompt_of_the_english_book_is_there_with_as_many_wordings() {
        PromptBook english = Books.english();
        assertThat(Prompt.values())
                .allSatisfy(p -> assertThat(BOOK.wordings(p)).as(p.heading()).hasSameSizeAs(english.wordings(p)));
    }

    /** English lends what nobody has translated yet. */
    private static boolean isSpanish(Read read) {
        return !ENGLISH.contains(read.line());
    }

    @Test
    void every_question_is_opened_and_closed() {
        none(
                everything().filter(SpanishTextsTest::isSpanish),
                r -> r.line().chars().filter(c -> c == '?').count()
                        != r.line().chars().filter(c -> c == '¿').count());
    }

    @Test
    void nobodys_gender_is_supposed() {
        none(
                everything().filter(r -> !r.where().equals("further help")),
                r -> Pattern.compile(
                                "(?i)\\b(escuchad[oa]s?|entendid[oa]s?|(estés?|estás|estar) list[oa]s?|(?<!a )sol[oa]s|junt[oa]s|nosotr[oa]s|ellos|ellas|todos|"
                                        + "ambos|el otro|la otra parte|preparad[oa]s?|bienvenid[oa]s|perdid[oa]s|tranquil[oa]s)\\b")
                        .matcher(r.line().replace("es bienvenido", ""))
                        .find());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "te paso la palabra | PASS",
                "Aquí estoy | HERE",
                "aqui estoy | HERE",
                "eso es | THATS_IT",
                "necesito parar | PAUSE",
                "¿podemos pausar? | PAUSE",
                "podemos hacer una pausa | PAUSE",
                "Perdón, necesito parar. Es demasiado. | PAUSE",
                "para, por favor | PAUSE",
                "basta por hoy | ENOUGH",
                "quisiera un turno | ASK",
                "una cosa más | ONE_MORE",
                "casi eso | CLOSE_ENOUGH",
                "no del todo | NOT_QUITE",
                "hoy no | NOT_TODAY",
                "más tarde | LATER",
                "seguir | GO_ON",
            })
    void a_message_that_is_just_a_button_counts_as_it(String message, Move move) {
        assertThat(BOOK.typed(message)).contains(move);
    }

    @ParameterizedTest
    @ValueSource(strings = {"¿eso es?", "eso es lo que me duele", "para mi cumpleaños no viniste", "sí", "no"})
    void within_more_words_it_does_not(String message) {
        assertThat(BOOK.typed(message)).isEmpty();
    }

    @Test
    void a_yes_is_what_it_answers() {
        assertThat(BOOK.typed("sí", List.of(Move.HERE, Move.LATER))).contains(Move.HERE);
        assertThat(BOOK.typed("si", List.of(Move.GO_ON, Move.NOT_NOW))).contains(Move.GO_ON);
    }
}
