package org.turnstone;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Everything that can be set, read once at start. What a key does, and what follows from changing it, stands beside the
 * key in {@code config/turnstone.json}; a test keeps the two together. Secrets come from the environment only.
 *
 * @param home where everything is kept that must last; relative paths start at the working directory
 * @param file the settings file that was read, if there was one
 * @param shared the PostgreSQL database that several processes share; empty: SQLite in {@code home}
 */
public record Settings(
        Path home,
        Optional<Path> file,
        Optional<Shared> shared,
        Server server,
        Local local,
        Conversation conversation,
        Words words,
        Safety safety,
        Discord discord) {

    /**
     * A PostgreSQL database.
     *
     * @param url {@code postgresql://host:5432/name}
     */
    public record Shared(URI url, Optional<String> user, Optional<Secret> password) {}

    /**
     * Where the web room listens.
     *
     * @param host the address to listen on; loopback unless a proxy or a container needs more; the
     *     environment has the last word
     * @param port the first port tried; the next free one is taken
     * @param publicUrl what links begin with where a proxy stands in front
     * @param metrics who may read {@code /metrics}
     */
    public record Server(String host, int port, Optional<URI> publicUrl, Metrics metrics) {}

    /** Who may read how much goes on here. */
    public enum Metrics {
        /** This computer itself. */
        HERE,
        /** Whoever can reach the port. */
        EVERYONE,
        NOBODY
    }

    /**
     * Where the people are.
     *
     * @param country ISO 3166 code for help lines; without one, a general directory is shown
     * @param language a language tag; rooms may choose another
     * @param timezone for the night rules and for "tomorrow"
     */
    public record Local(Optional<String> country, Locale language, ZoneId timezone) {}

    /**
     * The numbers of the conversation.
     *
     * @param chunkLength characters beyond which a speaker may get one hint a talk
     */
    public record Conversation(Pace quick, Pace full, Waits waits, Day day, Nudges nudges, int chunkLength) {}

    /**
     * How much one turn may hold.
     *
     * @param chunks how often the speaker may speak in one turn, "one more thing" included
     * @param notQuites at which "not quite" the floor goes on
     * @param openings how many openings a listener may have for one reply
     */
    public record Pace(int chunks, int notQuites, int openings) {}

    /**
     * How long is waited for what.
     *
     * @param invitation until an unanswered invitation gently expires
     * @param askAgain before the same person may ask again after a "not today"
     * @param quiet of the speaker before "over to the other?" is offered
     * @param bubbles of quiet after which a reply is taken to be whole
     * @param encourage before the one who is waited for hears, once, that there is no hurry
     * @param shortestPause the least that a pause is offered for
     * @param longestPause the most that one person may ask for
     * @param returnWindow in which both may say "go on" once a pause is over
     * @param closing until a closing that nobody ends ends itself
     */
    public record Waits(
            Duration invitation,
            Duration askAgain,
            Duration quiet,
            Duration bubbles,
            Duration encourage,
            Duration shortestPause,
            Duration longestPause,
            Duration returnWindow,
            Duration closing) {}

    /**
     * The hours of the day that matter to a pause.
     *
     * @param lateFrom from when on "tomorrow" is the first choice
     * @param nightFrom from when on nobody is called back
     * @param nightUntil until when nobody is called back
     * @param tomorrowAt when tomorrow is, where no time is named
     */
    public record Day(LocalTime lateFrom, LocalTime nightFrom, LocalTime nightUntil, LocalTime tomorrowAt) {}

    /** How many remarks on their own words a person gets at most. */
    public record Nudges(int perTurn, int perTalk) {}

    /**
     * How long words are kept.
     *
     * @param web what a new web room begins with; its people may choose otherwise
     * @param held words said out of turn, until they go back to their writer
     * @param notes words quoted in a private note that nobody has opened
     */
    public record Words(Kept web, Duration held, Duration notes) {}

    /** How long a web room keeps its text. */
    public enum Kept {
        TALK,
        DAY,
        WEEK
    }

    /**
     * The dates of the private questions before a talk.
     *
     * @param notBefore how long no talk can start after set-up said that none should
     * @param setUpAgain after how long everyone is asked again
     */
    public record Safety(Duration notBefore, Duration setUpAgain) {}

    /**
     * How the bot lives on Discord.
     *
     * @param token the bot's own; without it Discord is left alone
     * @param api base of the REST interface, so that a proxy can stand between
     * @param gateway of the event stream; otherwise the one that the REST interface names
     * @param shards which of the bot's servers this process sees to
     */
    public record Discord(
            Optional<Secret> token,
            URI api,
            Optional<URI> gateway,
            Turns turns,
            Floor floor,
            Circle circle,
            Shards shards) {}

    /**
     * How the bot's servers are divided among processes.
     *
     * @param total into how many parts
     * @param ours this process's; empty: as many as are its share, agreed upon in the database
     */
    public record Shards(int total, Optional<Range> ours) {
        public static final Shards ALL = new Shards(1, Optional.empty());

        /** From the first to the last, both included. */
        public record Range(int first, int last) {}
    }

    /**
     * How long circles take there.
     *
     * @param turn after how long a speaker hears, alone and once, that their time is about up
     * @param length what is said beforehand where the keeper names no other
     */
    public record Circle(Duration turn, Duration length) {}

    /** How a speaker's words reach the bot. */
    public enum Turns {
        /** As messages in the channel; needs the Message Content intent. */
        MESSAGES,
        /** Written into a form that a button opens; needs no intent. */
        MODAL
    }

    /** How the floor is held in a channel. */
    public enum Floor {
        /** By courtesy: whoever speaks out of turn is reminded, privately. */
        SOFT,
        /** A server may choose that whoever waits cannot write, for two who both agreed to it. */
        HARD
    }

    /** Reads the environment and the settings file that it or the place names. Does I/O. */
    public static Settings load(Map<String, String> environment) {
        return SettingsFile.load(environment);
    }

    /** What stands in {@code text}, called {@code name} in complaints; {@code environment} adds places and secrets. */
    public static Settings load(Map<String, String> environment, String name, String text) {
        return SettingsReader.read(environment, Optional.empty(), name, text);
    }

    /** The defaults: no file, nothing in the environment. */
    public static Settings defaults() {
        return load(Map.of(), "no file", "{}");
    }

    /** The one line file in which a running program says at which address it answers. */
    public Path addressFile() {
        return home.resolve("address");
    }

    /** The variables that are read; any other that begins with {@code TURNSTONE_} is probably a slip of the pen. */
    public static List<String> variables() {
        return Environment.KNOWN;
    }
}
