package org.turnstone.learning;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.turnstone.reading.Reader;
import org.turnstone.reading.Role;
import org.turnstone.reading.Traits;
import org.turnstone.reading.Utterance;

/**
 * Everyday text as figures: for each message the sorted numbers of its features, and never its words. It shows what
 * people write who are not quarrelling, so that the weights learn quarrels and not a voice. A third of the messages stand
 * alone, a third answer another message, a third answer one that speaks of a feeling.
 */
public final class Background {
    /** Features that fewer messages hold are left out. */
    public static final int CUT_OFF = 3;
    /** Every so many rows one is left out, to measure on. */
    public static final int KEPT_OUT = 7;

    private static final String FEELING = "after: feeling";

    /**
     * One message.
     *
     * @param norm see {@link Traits#norm()}
     * @param features numbers of its features, and of those of the words before it
     * @param beforeNorm see {@link Traits#beforeNorm()}
     * @param before numbers of the features of the words before it
     */
    record Message(double norm, int[] features, double beforeNorm, int[] before) {}

    private final List<Message> messages;

    private Background(List<Message> messages) {
        this.messages = List.copyOf(messages);
    }

    /** No background. */
    public static Background none() {
        return new Background(List.of());
    }

    List<Message> messages() {
        return messages;
    }

    /** Makes a background of everyday rows; their labels are not looked at. */
    public static Background of(RowFile everyday, Reader reader) {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < everyday.rows().size(); i++) {
            if (i % KEPT_OUT != 0) {
                texts.add(everyday.rows().get(i).utterance().text());
            }
        }
        List<String> ofFeeling =
                texts.stream().filter(t -> speaksOfFeeling(t, reader)).toList();
        List<Traits> traits = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            reader.traits(new Utterance(texts.get(i), Role.LISTENER, before(i, texts, ofFeeling)))
                    .ifPresent(traits::add);
        }
        return new Background(cut(traits));
    }

    private static boolean speaksOfFeeling(String text, Reader reader) {
        return reader.traits(new Utterance(text, Role.LISTENER, text)).stream()
                .flatMap(t -> t.message().stream())
                .anyMatch(t -> t.name().equals(FEELING));
    }

    private static String before(int i, List<String> texts, List<String> ofFeeling) {
        return switch (i % 3) {
            case 0 -> "";
            case 1 -> texts.get((i + 7) % texts.size());
            default -> ofFeeling.isEmpty() ? "" : ofFeeling.get(i * 13 % ofFeeling.size());
        };
    }

    private static List<Message> cut(List<Traits> traits) {
        Map<Integer, Integer> seen = new HashMap<>();
        traits.forEach(t -> t.message().forEach(f -> seen.merge((int) f.hash(), 1, Integer::sum)));
        return traits.stream()
                .map(t -> new Message(t.norm(), kept(t.message(), seen), t.beforeNorm(), kept(t.before(), seen)))
                .toList();
    }

    private static int[] kept(List<Traits.Trait> traits, Map<Integer, Integer> seen) {
        return traits.stream()
                .mapToInt(t -> (int) t.hash())
                .filter(hash -> seen.getOrDefault(hash, 0) >= CUT_OFF)
                .sorted()
                .toArray();
    }

    /** Writes it, a line a message. */
    public void write(OutputStream to) throws IOException {
        try (Writer out = new OutputStreamWriter(new GZIPOutputStream(to, 1 << 16), StandardCharsets.US_ASCII)) {
            for (Message message : messages) {
                out.write(message.norm() + "\t" + written(message.features()) + "\t" + message.beforeNorm() + "\t"
                        + written(message.before()) + "\n");
            }
        }
    }

    private static String written(int[] hashes) {
        StringBuilder written = new StringBuilder(9 * hashes.length);
        for (int hash : hashes) {
            written.append(written.isEmpty() ? "" : " ").append(Integer.toHexString(hash));
        }
        return written.toString();
    }

    /** @throws IllegalArgumentException with file, line, what is wrong and what to do */
    public static Background read(String fileName, InputStream from) throws IOException {
        List<Message> messages = new ArrayList<>();
        try (BufferedReader in = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(from, 1 << 16), StandardCharsets.US_ASCII))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                messages.add(message(fileName + ":" + (messages.size() + 1), line));
            }
        }
        return new Background(messages);
    }

    private static Message message(String place, String line) {
        String[] cells = line.split("\t", -1);
        try {
            return new Message(
                    Double.parseDouble(cells[0]), hashes(cells[1]), Double.parseDouble(cells[2]), hashes(cells[3]));
        } catch (ArrayIndexOutOfBoundsException | NumberFormatException e) {
            throw new IllegalArgumentException(
                    place + ": is no message of a background; make the file anew from everyday rows", e);
        }
    }

    private static int[] hashes(String written) {
        return written.isEmpty()
                ? new int[0]
                : Arrays.stream(written.split(" "))
                        .mapToInt(h -> Integer.parseUnsignedInt(h, 16))
                        .toArray();
    }
}
