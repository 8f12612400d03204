package org.turnstone;

import java.net.URI;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.turnstone.Settings.Circle;
import org.turnstone.Settings.Conversation;
import org.turnstone.Settings.Day;
import org.turnstone.Settings.Discord;
import org.turnstone.Settings.Floor;
import org.turnstone.Settings.Kept;
import org.turnstone.Settings.Local;
import org.turnstone.Settings.Metrics;
import org.turnstone.Settings.Nudges;
import org.turnstone.Settings.Pace;
import org.turnstone.Settings.Safety;
import org.turnstone.Settings.Server;
import org.turnstone.Settings.Turns;
import org.turnstone.Settings.Waits;
import org.turnstone.Settings.Words;

/** Every key once: its place, its default and what it may be. Problems are collected, so that all are told at once. */
final class SettingsReader {

    private static final List<String> WEB = List.of("http", "https");
    private static final List<String> SOCKET = List.of("ws", "wss");
    private static final URI DISCORD = URI.create("https://discord.com/api/v10/");
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    private SettingsReader() {}

    static Settings read(Map<String, String> variables, Optional<Path> file, String name, String text) {
        List<String> problems = new ArrayList<>();
        Section all = Section.parse(name, text, problems);
        Settings settings = settings(new Environment(variables, problems), file, all);
        all.refuseWhatNobodyAskedFor();
        if (!problems.isEmpty()) {
            throw new SettingsRefused(problems);
        }
        return settings;
    }

    /** The paths of all settings, sections included. */
    static List<String> keys() {
        Section all = Section.parse("no file", "{}", new ArrayList<>());
        settings(new Environment(Map.of(), new ArrayList<>()), Optional.empty(), all);
        return all.known();
    }

    private static Settings settings(Environment environment, Optional<Path> file, Section all) {
        return new Settings(
                environment.home(),
                file,
                environment.database(),
                server(all.section("server"), environment),
                local(all.section("local")),
                conversation(all.section("conversation")),
                words(all.section("words")),
                safety(all.section("safety")),
                discord(all.section("discord"), environment));
    }

    private static Server server(Section section, Environment environment) {
        String host = section.text("host", "127.0.0.1", "a host name or address", Environment::isHost);
        return new Server(
                environment.host().orElse(host),
                section.number("port", 8420, 1, 65_535),
                section.optional("publicUrl", "an address such as \"https://turns.example.org\"", SettingsReader::isWeb)
                        .map(URI::create),
                section.choice("metrics", Metrics.HERE));
    }

    private static Local local(Section section) {
        return new Local(
                section.optional("country", "an ISO code of two capitals such as \"GB\"", COUNTRIES::contains),
                Locale.forLanguageTag(section.text(
                        "language",
                        "en",
                        "a language tag such as \"en\"",
                        tag -> tag.matches("[a-z]{2,3}(-[A-Z]{2})?"))),
                zone(section.text(
                        "timezone",
                        "system",
                        "\"system\" or a zone such as \"Europe/Dublin\"",
                        SettingsReader::isZone)));
    }

    private static Conversation conversation(Section section) {
        return new Conversation(
                pace(section.section("quick"), new Pace(2, 2, 1)),
                pace(section.section("full"), new Pace(6, 2, 3)),
                waits(section.section("waits")),
                day(section.section("day")),
                nudges(section.section("nudges")),
                section.number("chunkLength", 300, 50, 4_000));
    }

    private static Pace pace(Section section, Pace usual) {
        return new Pace(
                section.number("chunks", usual.chunks(), 1, 50),
                section.number("notQuites", usual.notQuites(), 1, 20),
                section.number("openings", usual.openings(), 1, 20));
    }

    private static Waits waits(Section section) {
        Waits waits = new Waits(
                section.duration("invitation", "30 min", "1 min", "7 days"),
                section.duration("askAgain", "12 h", "1 min", "7 days"),
                section.duration("quiet", "2 min", "10 s", "1 h"),
                section.duration("bubbles", "90 s", "5 s", "1 h"),
                section.duration("encourage", "10 min", "1 min", "1 day"),
                section.duration("shortestPause", "20 min", "1 min", "24 h"),
                section.duration("longestPause", "24 h", "20 min", "7 days"),
                section.duration("returnWindow", "30 min", "1 min", "24 h"),
                section.duration("closing", "12 h", "1 min", "7 days"));
        if (waits.shortestPause().compareTo(waits.longestPause()) > 0) {
            section.complain("shortestPause", "is longer than longestPause; make it the shorter one");
        }
        return waits;
    }

    private static Day day(Section section) {
        return new Day(
                section.time("lateFrom", "22:00", "18:00", "23:59"),
                section.time("nightFrom", "23:00", "18:00", "23:59"),
                section.time("nightUntil", "07:00", "00:00", "12:00"),
                section.time("tomorrowAt", "09:00", "00:00", "23:59"));
    }

    private static Nudges nudges(Section section) {
        return new Nudges(section.number("perTurn", 1, 0, 10), section.number("perTalk", 3, 0, 50));
    }

    private static Words words(Section section) {
        return new Words(
                section.choice("web", Kept.DAY),
                section.duration("held", "24 h", "1 h", "24 h"),
                section.duration("notes", "24 h", "1 h", "24 h"));
    }

    private static Safety safety(Section section) {
        return new Safety(
                section.duration("notBefore", "7 days", "1 day", "90 days"),
                section.duration("setUpAgain", "90 days", "1 day", "90 days"));
    }

    private static Discord discord(Section section, Environment environment) {
        return new Discord(
                environment.token(),
                environment.url(Environment.API, WEB).orElse(DISCORD),
                environment.url(Environment.GATEWAY, SOCKET),
                section.choice("turns", Turns.MESSAGES),
                section.choice("floor", Floor.SOFT),
                circle(section.section("circle")),
                environment.shards());
    }

    private static Circle circle(Section section) {
        return new Circle(
                section.duration("turn", "3 min", "1 min", "30 min"),
                section.duration("length", "45 min", "15 min", "3 h"));
    }

    private static boolean isWeb(String value) {
        return Environment.parsed(value)
                .filter(url -> WEB.contains(url.getScheme()) && url.getHost() != null)
                .filter(url -> url.getRawQuery() == null && url.getRawFragment() == null)
                .isPresent();
    }

    private static boolean isZone(String value) {
        return value.equals("system") || ZoneId.getAvailableZoneIds().contains(value);
    }

    private static ZoneId zone(String value) {
        return value.equals("system") ? ZoneId.systemDefault() : ZoneId.of(value);
    }
}
