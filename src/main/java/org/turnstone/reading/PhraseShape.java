package org.turnstone.reading;

import java.util.List;
import java.util.function.Predicate;

/** What can be said of a phrase without matching it. Stateless; may be shared between threads. */
final class PhraseShape {
    private PhraseShape() {}

    /** Whether every way of saying it has a word, or a word of a class, of its own. */
    static boolean alwaysNamesAWord(List<PhraseSyntax.Part> parts) {
        for (PhraseSyntax.Part part : parts) {
            boolean named = part instanceof PhraseSyntax.Part.Choice choice
                    ? choice.ways().stream().allMatch(PhraseShape::alwaysNamesAWord)
                    : part instanceof PhraseSyntax.Part.Word || part instanceof PhraseSyntax.Part.Of;
            if (named) {
                return true;
            }
        }
        return false;
    }

    static boolean mayBeginWithGap(List<PhraseSyntax.Part> parts) {
        for (PhraseSyntax.Part part : parts) {
            if (isGap(part, PhraseShape::mayBeginWithGap)) {
                return true;
            }
            if (!mayBeMissing(part)) {
                return false;
            }
        }
        return false;
    }

    static boolean mayEndWithGap(List<PhraseSyntax.Part> parts) {
        for (int i = parts.size() - 1; i >= 0; i--) {
            if (isGap(parts.get(i), PhraseShape::mayEndWithGap)) {
                return true;
            }
            if (!mayBeMissing(parts.get(i))) {
                return false;
            }
        }
        return false;
    }

    private static boolean isGap(PhraseSyntax.Part part, Predicate<List<PhraseSyntax.Part>> inside) {
        return part instanceof PhraseSyntax.Part.Choice choice
                ? choice.ways().stream().anyMatch(inside)
                : part instanceof PhraseSyntax.Part.Gap;
    }

    private static boolean mayBeMissing(PhraseSyntax.Part part) {
        return part instanceof PhraseSyntax.Part.Choice choice
                && choice.ways().stream().anyMatch(way -> way.stream().allMatch(PhraseShape::mayBeMissing));
    }
}
