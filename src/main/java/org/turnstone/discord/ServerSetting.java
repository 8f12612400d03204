package org.turnstone.discord;

import java.util.List;
import org.turnstone.prompts.PromptBook;
import org.turnstone.prompts.Text;

/** One thing that those who manage a server choose for it, as a menu. To add one: another of these, and its place in the list. */
interface ServerSetting {
    /**
     * One of its choices.
     *
     * @param value what is remembered
     */
    record Choice(String value, String label) {}

    /** Its name where it is remembered and in component ids; short, without colons. */
    String key();

    /** Where it is remembered for {@code channel}; as a rule one answer holds for the whole server. */
    default String key(long channel) {
        return key();
    }

    Text question();

    /** Two to 25; the first holds until something is chosen. */
    List<Choice> choices(PromptBook book);
}
