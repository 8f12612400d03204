package org.turnstone.web;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.undertow.server.HttpServerExchange;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.turnstone.floor.Block;
import org.turnstone.floor.Move;
import org.turnstone.floor.Person;
import org.turnstone.floor.Prompt;
import org.turnstone.prompts.PromptBook;
import org.turnstone.prompts.Text;

/**
 * Every word that a page itself shows, from the prompt book of whoever looks at it; places stand open, as {@code {name}}.
 * Threads may share one.
 */
final class PageWords {
    private final House house;
    private final Map<PromptBook, byte[]> written = new ConcurrentHashMap<>();

    PageWords(House house) {
        this.house = house;
    }

    /** For a page that is nobody's yet. */
    void send(HttpServerExchange exchange) {
        send(exchange, house.scribe().bookOf(house.language()));
    }

    void send(HttpServerExchange exchange, Person reader) {
        send(exchange, house.scribe().book(reader));
    }

    private void send(HttpServerExchange exchange, PromptBook book) {
        PageFiles.send(exchange, "application/json", written.computeIfAbsent(book, PageWords::of));
    }

    private static byte[] of(PromptBook book) {
        ObjectNode words = Json.object();
        ObjectNode texts = words.putObject("texts");
        for (Text text : Text.values()) {
            Map<String, String> open = text.places().stream().collect(Collectors.toMap(p -> p, p -> "{" + p + "}"));
            texts.put(text.name().toLowerCase(Locale.ROOT), book.text(text, open));
        }
        ObjectNode moves = words.putObject("moves");
        for (Move move : Move.values()) {
            moves.put(move.label(), book.label(move));
        }
        ArrayNode blocks = words.putArray("blocks");
        for (Block.What block : Block.What.values()) {
            blocks.addObject().put("block", block.name()).put("label", book.text(Text.of(block)));
        }
        repairs(words.putArray("repairs"), book);
        return Json.write(words).getBytes(StandardCharsets.UTF_8);
    }

    private static void repairs(ArrayNode repairs, PromptBook book) {
        for (Prompt prompt : Prompt.REPAIRS) {
            ObjectNode group = repairs.addObject();
            group.put("phrase", prompt.name()).put("label", book.text(Text.ofRepair(prompt)));
            ArrayNode wordings = group.putArray("wordings");
            book.phrases(prompt).forEach(wordings::add);
        }
    }
}
