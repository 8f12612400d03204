package org.turnstone.safety;

import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * One named way of speaking of a crisis.
 *
 * @param id its name in the cue file, as an alarm gives it
 * @param concern what its words speak of
 * @param phrases the words, as the cue file explains them
 * @param unless words that make the same place mean something else
 * @param quietedBy names of the settings in which the words are not meant of the two people here
 * @param plain whether its words stand by themselves, and what was learned beside the cues does not outweigh them
 * @param fires examples that must raise an alarm of this concern
 * @param rests examples that must raise none at all
 * @param line where the rule stands in its file, from 1
 */
public record CrisisRule(
        String id,
        Concern concern,
        List<String> phrases,
        List<String> unless,
        Set<String> quietedBy,
        boolean plain,
        List<String> fires,
        List<String> rests,
        int line) {
    public CrisisRule {
        Objects.requireNonNull(id);
        Objects.requireNonNull(concern);
        phrases = List.copyOf(phrases);
        unless = List.copyOf(unless);
        quietedBy = Set.copyOf(quietedBy);
        fires = List.copyOf(fires);
        rests = List.copyOf(rests);
    }
}
