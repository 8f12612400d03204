package org.turnstone;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.turnstone.Settings.Shards.Range;

/**
 * What the environment says, checked. An empty variable counts as absent: compose files pass them so.
 *
 * @param values as the operating system hands them over
 * @param problems where complaints are collected; none quotes a value that could be a secret
 */
record Environment(Map<String, String> values, List<String> problems) {

    static final String HOME = "TURNSTONE_HOME";
    static final String CONFIG = "TURNSTONE_CONFIG";
    static final String HOST = "TURNSTONE_HOST";
    static final String TOKEN = "DISCORD_TOKEN";
    static final String TOKEN_FILE = "DISCORD_TOKEN_FILE";
    static final String API = "DISCORD_API_URL";
    static final String GATEWAY = "DISCORD_GATEWAY_URL";
    static final String SHARDS = "DISCORD_SHARDS";
    static final String DATABASE = "TURNSTONE_DATABASE_URL";
    static final String DATABASE_USER = "TURNSTONE_DATABASE_USER";
    static final String PASSWORD = "TURNSTONE_DATABASE_PASSWORD";
    static final String PASSWORD_FILE = "TURNSTONE_DATABASE_PASSWORD_FILE";
    private static final Pattern A_SHARE =
            Pattern.compile("(?:auto|(?<first>\\d{1,4})(?:-(?<last>\\d{1,4}))?)/(?<total>\\d{1,4})");

    static final List<String> KNOWN = List.of(
            HOME,
            CONFIG,
            HOST,
            DATABASE,
            DATABASE_USER,
            PASSWORD,
            PASSWORD_FILE,
            TOKEN,
            TOKEN_FILE,
            SHARDS,
            API,
            GATEWAY);

    Optional<String> get(String name) {
        return Optional.ofNullable(values.get(name)).map(String::strip).filter(value -> !value.isEmpty());
    }

    Path home() {
        return path(HOME).orElse(Path.of("turnstone-data"));
    }

    Optional<Path> path(String name) {
        try {
            return get(name).map(Path::of);
        } catch (InvalidPathException impossible) {
            problems.add(name + ": is not a path on this system; name a file or directory");
            return Optional.empty();
        }
    }

    /** The address to listen on, where the environment has a say: a container listens elsewhere than a desk. */
    Optional<String> host() {
        Optional<String> host = get(HOST);
        if (host.isPresent() && !isHost(host.get())) {
            problems.add(HOST + ": is not a host name or address; set 127.0.0.1, or 0.0.0.0 in a container");
        }
        return host;
    }

    static boolean isHost(String value) {
        return value.matches("[A-Za-z0-9.:-]{1,253}");
    }

    Optional<Secret> token() {
        Optional<String> token = get(TOKEN);
        if (token.isPresent() && token.get().chars().anyMatch(c -> c <= ' ' || c > '~')) {
            problems.add(TOKEN + ": has a space or an unusual character in it; copy the token again, alone");
        }
        return token.map(Secret::new);
    }

    /** Which of Discord's shards are this process's. */
    Settings.Shards shards() {
        return get(SHARDS).map(this::shards).orElse(Settings.Shards.ALL);
    }

    private Settings.Shards shards(String value) {
        Matcher parts = A_SHARE.matcher(value);
        if (parts.matches()) {
            int total = Integer.parseInt(parts.group("total"));
            Optional<Range> ours = Optional.ofNullable(parts.group("first")).map(first -> range(parts, first));
            if (total > 0
                    && ours.filter(r -> r.first() > r.last() || r.last() >= total)
                            .isEmpty()) {
                return new Settings.Shards(total, ours);
            }
        }
        problems.add(SHARDS + ": must be like 0-3/16 (the first four of sixteen), 5/16 (one of them), or auto/16 (this"
                + " process's share of them)");
        return Settings.Shards.ALL;
    }

    private static Range range(Matcher parts, String first) {
        String last = parts.group("last");
        return new Range(Integer.parseInt(first), Integer.parseInt(last == null ? first : last));
    }

    /** The shared database; a password in the address is refused, because addresses are printed. */
    Optional<Settings.Shared> database() {
        Optional<URI> url = url(DATABASE, List.of("postgresql"));
        if (url.filter(address -> address.getRawUserInfo() != null).isPresent()) {
            problems.add(DATABASE + ": names a user; set " + DATABASE_USER + " and " + PASSWORD + " instead");
        }
        if (url.isEmpty() && (get(DATABASE_USER).isPresent() || get(PASSWORD).isPresent())) {
            problems.add(DATABASE + ": is not set, but its user or password is; set it, or take those away");
        }
        return url.map(address ->
                new Settings.Shared(address, get(DATABASE_USER), get(PASSWORD).map(Secret::new)));
    }

    Optional<URI> url(String name, List<String> schemes) {
        return get(name).flatMap(value -> {
            Optional<URI> url = parsed(value).filter(uri -> schemes.contains(uri.getScheme()) && uri.getHost() != null);
            if (url.isEmpty()) {
                problems.add(name + ": is not an address; it begins with " + String.join(":// or ", schemes)
                        + ":// and a host");
            }
            return url;
        });
    }

    static Optional<URI> parsed(String value) {
        try {
            return Optional.of(new URI(value));
        } catch (URISyntaxException notOne) {
            return Optional.empty();
        }
    }
}
