package org.turnstone.prompts;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * A text with named places in it: {@code The floor is yours, {to}.}
 *
 * @param pieces text and names in turn, beginning and ending with text, which may be empty
 */
record Template(List<String> pieces) {
    Template {
        pieces = List.copyOf(pieces);
    }

    /** @throws IllegalArgumentException where a brace has no partner */
    static Template of(String text) {
        List<String> pieces = new ArrayList<>();
        int from = 0;
        for (int open = text.indexOf('{'); open >= 0; open = text.indexOf('{', from)) {
            int close = text.indexOf('}', open);
            String before = text.substring(from, open);
            if (close < 0
                    || before.indexOf('}') >= 0
                    || text.substring(open + 1, close).indexOf('{') >= 0) {
                throw new IllegalArgumentException("a brace has no partner");
            }
            pieces.add(before);
            pieces.add(text.substring(open + 1, close));
            from = close + 1;
        }
        if (text.indexOf('}', from) >= 0) {
            throw new IllegalArgumentException("a brace has no partner");
        }
        pieces.add(text.substring(from));
        return new Template(pieces);
    }

    /** The names of its places. */
    Set<String> names() {
        Set<String> names = new LinkedHashSet<>();
        for (int i = 1; i < pieces.size(); i += 2) {
            names.add(pieces.get(i));
        }
        return names;
    }

    /** The text with each place filled once: what stands in {@code values} is never looked into. */
    String fill(UnaryOperator<String> values) {
        StringBuilder filled = new StringBuilder();
        for (int i = 0; i < pieces.size(); i++) {
            filled.append(i % 2 == 0 ? pieces.get(i) : values.apply(pieces.get(i)));
        }
        return filled.toString();
    }

    /** As it was written. */
    String source() {
        return fill(name -> "{" + name + "}");
    }
}
