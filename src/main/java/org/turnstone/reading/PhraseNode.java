package org.turnstone.reading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * A node of the trie in the making. Alternatives of one phrase share what follows them; whoever adds to a shared node
 * gets a copy of it, so that one phrase never changes another. For one thread.
 */
final class PhraseNode {
    final Map<Integer, PhraseNode> byWord;
    final Map<Integer, PhraseNode> byClass;

    @Nullable
    PhraseNode any;

    @Nullable
    PhraseNode gap;
    /** The payloads that end here, by number; empty where no phrase ends. */
    List<Integer> ends = List.of();

    private boolean shared;

    PhraseNode() {
        byWord = new HashMap<>(2);
        byClass = new HashMap<>(0);
    }

    private PhraseNode(PhraseNode other) {
        byWord = new HashMap<>(other.byWord);
        byClass = new HashMap<>(other.byClass);
        any = other.any;
        gap = other.gap;
        ends = other.ends;
        byWord.values().forEach(n -> n.shared = true);
        byClass.values().forEach(n -> n.shared = true);
        if (any != null) {
            any.shared = true;
        }
        if (gap != null) {
            gap.shared = true;
        }
    }

    /** What remains to be added: a part, then the rest. */
    private record Rest(PhraseSyntax.Part part, @Nullable Rest next) {
        static @Nullable Rest of(List<PhraseSyntax.Part> parts, @Nullable Rest after) {
            Rest rest = after;
            for (int i = parts.size() - 1; i >= 0; i--) {
                rest = new Rest(parts.get(i), rest);
            }
            return rest;
        }
    }

    /** One phrase being added. */
    static final class Adding {
        private final ToIntFunction<String> words;
        private final ToIntFunction<String> classes;
        private final int payload;
        private final Map<Object, PhraseNode> fresh = new IdentityHashMap<>();

        /**
         * @param words gives a word its number
         * @param classes gives a class its number
         */
        Adding(ToIntFunction<String> words, ToIntFunction<String> classes, int payload) {
            this.words = words;
            this.classes = classes;
            this.payload = payload;
        }

        void to(PhraseNode root, List<PhraseSyntax.Part> parts) {
            add(root, Rest.of(parts, null));
        }

        /** The node that holds all of {@code base} and, after it, the rest. */
        private PhraseNode add(@Nullable PhraseNode base, @Nullable Rest rest) {
            if (base != null) {
                PhraseNode own = base.shared ? new PhraseNode(base) : base;
                fill(own, rest);
                return own;
            }
            Object key = rest == null ? this : rest;
            PhraseNode known = fresh.get(key);
            if (known != null) {
                known.shared = true;
                return known;
            }
            PhraseNode made = new PhraseNode();
            fill(made, rest);
            fresh.put(key, made);
            return made;
        }

        private void fill(PhraseNode node, @Nullable Rest rest) {
            if (rest == null) {
                if (!node.ends.contains(payload)) {
                    node.ends = with(node.ends);
                }
                return;
            }
            PhraseSyntax.Part part = rest.part();
            if (part instanceof PhraseSyntax.Part.Choice choice) {
                choice.ways().forEach(way -> fill(node, Rest.of(way, rest.next())));
            } else if (part instanceof PhraseSyntax.Part.Word word) {
                node.byWord.compute(words.applyAsInt(word.word()), (w, child) -> add(child, rest.next()));
            } else if (part instanceof PhraseSyntax.Part.Of of) {
                node.byClass.compute(classes.applyAsInt(of.name()), (c, child) -> add(child, rest.next()));
            } else if (part instanceof PhraseSyntax.Part.Any) {
                node.any = add(node.any, rest.next());
            } else {
                node.gap = add(node.gap, rest.next());
            }
        }

        private List<Integer> with(List<Integer> ends) {
            List<Integer> more = new ArrayList<>(ends);
            more.add(payload);
            return List.copyOf(more);
        }
    }
}
