package org.turnstone.discord.loopback;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the route of a request: a method and a path with {@code {}} for its variable parts. */
final class Router {
    /** Whether the bot's token must come with the request; interactions carry their own in the path. */
    enum Authority {
        BOT,
        PATH
    }

    /** A route that took a request. */
    record Match(Route route, List<String> ids) {}

    record Route(String method, Pattern path, Authority authority, Function<Call, Reply> handler) {}

    private final List<Route> routes = new ArrayList<>();

    /** For the bot: {@code GET channels/{}}. */
    Router add(String methodAndPath, Function<Call, Reply> handler) {
        return add(methodAndPath, Authority.BOT, handler);
    }

    Router add(String methodAndPath, Authority authority, Function<Call, Reply> handler) {
        String[] parts = methodAndPath.split(" ");
        Pattern path = Pattern.compile("\\Q" + parts[1].replace("{}", "\\E([^/]+)\\Q") + "\\E");
        routes.add(new Route(parts[0], path, authority, handler));
        return this;
    }

    Optional<Match> find(String method, String path) {
        for (Route route : routes) {
            Matcher matcher = route.path().matcher(path);
            if (route.method().equals(method) && matcher.matches()) {
                return Optional.of(new Match(route, groups(matcher)));
            }
        }
        return Optional.empty();
    }

    private static List<String> groups(Matcher matcher) {
        List<String> groups = new ArrayList<>();
        for (int i = 1; i <= matcher.groupCount(); i++) {
            groups.add(matcher.group(i));
        }
        return groups;
    }
}
