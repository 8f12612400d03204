package org.turnstone.discord.loopback;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The accounts, guilds and channels that there are. Guarded by the platform's {@link Monitor}. */
final class World {
    private final Platform platform;
    private final Map<Long, User> users = new LinkedHashMap<>();
    private final Map<Long, Person> people = new LinkedHashMap<>();
    private final Map<Long, Guild> guilds = new LinkedHashMap<>();
    private final Map<Long, Channel> channels = new LinkedHashMap<>();

    World(Platform platform) {
        this.platform = platform;
    }

    User addUser(String name, User.Kind kind) {
        User user = new User(platform.id(), name.toLowerCase(java.util.Locale.ROOT), name, kind);
        users.put(user.id(), user);
        return user;
    }

    Person addPerson(String name) {
        Person person = new Person(platform, addUser(name, User.Kind.PERSON));
        people.put(person.id(), person);
        return person;
    }

    Guild addGuild(String name, Person owner) {
        Guild guild = new Guild(platform, platform.id(), name, owner);
        guilds.put(guild.id(), guild);
        return guild;
    }

    Channel addChannel(Channel channel) {
        channels.put(channel.id(), channel);
        return channel;
    }

    void removeChannel(Channel channel) {
        channels.remove(channel.id());
    }

    Optional<User> user(long id) {
        return Optional.ofNullable(users.get(id));
    }

    Optional<Person> person(long id) {
        return Optional.ofNullable(people.get(id));
    }

    Collection<Person> people() {
        return people.values();
    }

    Optional<Guild> guild(long id) {
        return Optional.ofNullable(guilds.get(id));
    }

    Collection<Guild> guilds() {
        return guilds.values();
    }

    Optional<Channel> channel(long id) {
        return Optional.ofNullable(channels.get(id));
    }

    Collection<Channel> channels() {
        return channels.values();
    }

    /** The threads of {@code parent}. */
    List<Channel> threads(Channel parent) {
        return channels.values().stream()
                .filter(c -> c.parent().filter(parent::equals).isPresent())
                .toList();
    }

    /** The direct channel of exactly these accounts, made if there is none. */
    Channel direct(List<User> recipients) {
        return channels.values().stream()
                .filter(c -> c.kind() == Channel.Kind.DM && sameAccounts(c.recipients(), recipients))
                .findFirst()
                .orElseGet(() -> addChannel(Channel.direct(platform, recipients)));
    }

    private static boolean sameAccounts(List<User> some, List<User> others) {
        return some.size() == others.size() && new ArrayList<>(some).containsAll(others);
    }
}
