package org.turnstone.room;

import java.util.Optional;
import org.turnstone.prompts.PromptBook;
import org.turnstone.safety.Concern;

/** Help in words, for the one who spoke: lines to call and what they may do now. Threads may share one. */
@FunctionalInterface
public interface Help {
    /** @param country ISO 3166 code; empty: a general directory */
    String about(Concern concern, Optional<String> country, PromptBook book);
}
