package org.turnstone.reading;

import java.util.List;
import java.util.Random;

/** Makes messages that nobody should send, seeded: the same seed, the same messages. For one thread. */
final class HostileText {
    private static final String ZALGO = "\u0300\u0301\u0323\u0334\u0489\u20dd\u0360";
    private static final String UNSEEN = "\u200b\u200d\u2060\ufeff\u00ad\u202e\u2066\ufe0f\u180e\u034f";
    private static final String LOOK_ALIKES =
            "\u0430\u0435\u043e\u0440\u0441\u0443\u0445\u03bf\u0456\uff41\u24d0\u1d4f";
    private static final String MARKS =
            "'\"`\u2019\u201c\u201d\u00ab\u00bb>*_~|<>()[]{}.,;:!?\u2026\u2014-/\\@#&\u00bf\u00a1";
    private static final List<String> LUMPS = List.of(
            "\ud83d\ude00",
            "\ud83d\udc68\u200d\ud83d\udc69\u200d\ud83d\udc67",
            "```",
            "||",
            "https://x.y/",
            "<@1234>",
            "\r\n",
            "\n> ",
            "\ufdfa",
            "\ud835\udd38",
            "\u0130\u0131\u1e9e\u00df",
            "\u05d0\u0628\u3042\u4e2d\ud55c\u0e01\u0905",
            "....",
            "0123456789",
            "\u0000\u0007\u001b[31m");

    private final Random random;
    private final List<String> words;

    HostileText(long seed, List<String> words) {
        this.random = new Random(seed);
        this.words = words;
    }

    String next() {
        StringBuilder text = new StringBuilder();
        for (int parts = random.nextInt(14); parts >= 0; parts--) {
            part(text);
            if (random.nextInt(3) > 0) {
                text.append(' ');
            }
        }
        return text.toString();
    }

    private void part(StringBuilder text) {
        switch (random.nextInt(9)) {
            case 0, 1, 2 -> text.append(word());
            case 3 -> dressed(text);
            case 4 ->
                text.append(one(MARKS))
                        .append(random.nextBoolean() ? word() : "")
                        .append(one(MARKS));
            case 5 -> text.append(LUMPS.get(random.nextInt(LUMPS.size())));
            case 6 -> text.append((char) random.nextInt(0x10000));
            case 7 -> text.append((char) (0xD800 + random.nextInt(0x800)));
            default -> text.append(word().repeat(1 + random.nextInt(3)));
        }
    }

    /** A word with something on every letter. */
    private void dressed(StringBuilder text) {
        String marks = List.of(ZALGO, UNSEEN, LOOK_ALIKES).get(random.nextInt(3));
        for (char c : word().toCharArray()) {
            text.append(random.nextInt(4) == 0 && marks.equals(LOOK_ALIKES) ? one(marks) : c);
            text.append(marks.equals(LOOK_ALIKES) ? "" : one(marks));
        }
    }

    private String word() {
        String word = words.get(random.nextInt(words.size()));
        return random.nextInt(5) == 0 ? word.toUpperCase(java.util.Locale.ROOT) : word;
    }

    private char one(String of) {
        return of.charAt(random.nextInt(of.length()));
    }
}
