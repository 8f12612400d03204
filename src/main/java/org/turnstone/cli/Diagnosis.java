package org.turnstone.cli;

/**
 * One thing that the doctor looked at, told in one line.
 *
 * @param about what was looked at, in one word
 * @param words what was found, and what to do where something should be done
 */
public record Diagnosis(State state, String about, String words) {

    /** How it is with a thing. */
    public enum State {
        /** As it should be. */
        OK("ok"),
        /** Works, but the person should know. */
        NOTE("note"),
        /** Must be mended, or Turnstone cannot do its work. */
        MEND("MEND");

        private final String shown;

        State(String shown) {
            this.shown = shown;
        }
    }

    public static Diagnosis ok(String about, String words) {
        return new Diagnosis(State.OK, about, words);
    }

    public static Diagnosis note(String about, String words) {
        return new Diagnosis(State.NOTE, about, words);
    }

    public static Diagnosis mend(String about, String words) {
        return new Diagnosis(State.MEND, about, words);
    }

    /** The line for a person; columns are aligned for the eye. */
    String line() {
        return String.format("%-5s %-9s %s", state.shown, about, words);
    }
}
