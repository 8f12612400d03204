package org.turnstone.discord;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.turnstone.discord.loopback.Channel;
import org.turnstone.discord.loopback.LoopbackDiscord;
import org.turnstone.discord.loopback.Person;
import org.turnstone.discord.loopback.Post;
import org.turnstone.discord.loopback.WireLog;

/**
 * What went over the wire in a script, in a form that a person can read: who could see what, who was notified, how many posts
 * there were, and how long each press waited for its answer.
 */
record WireReport(LoopbackDiscord server, Channel channel, List<Person> people) {
    private static final Duration LIMIT = Duration.ofSeconds(3);
    private static final int SHOWN = 110;

    /** Posts of the bot in the channel that everyone there can see, or could. */
    List<Post> posts() {
        return channel.everything().stream()
                .filter(p -> isTheBots(p) && !p.isPrivate())
                .toList();
    }

    private boolean isTheBots(Post post) {
        return people.stream().noneMatch(p -> p.name().equals(post.author()));
    }

    /** What the bot said to one person alone, in the channel. */
    List<Post> whispers() {
        return channel.everything().stream()
                .filter(p -> isTheBots(p) && p.isPrivate())
                .toList();
    }

    /** The rules of the platform and of good manners, which hold in every script. */
    WireReport keepsTheRules() {
        assertThat(server.wire().refusals()).as(this::toString).isEmpty();
        assertThat(server.wire().pings()).as(this::toString).allMatch(WireReport::reachesNobody);
        assertThat(server.wire().slowestAnswer()).as(this::toString).isLessThan(LIMIT);
        assertThat(posts())
                .as(this::toString)
                .filteredOn(p -> p.state() == Post.State.STANDS)
                .allMatch(p -> p.has(Bot.BOOK.text(org.turnstone.prompts.Text.JUST_FOR_ME)));
        return this;
    }

    private static boolean reachesNobody(WireLog.Ping ping) {
        return ping.users().isEmpty() && ping.roles().isEmpty() && !ping.everyone();
    }

    /** No post that everyone sees ever held any of {@code words}. */
    WireReport neverAloud(String... words) {
        for (String word : words) {
            assertThat(posts()).as(this::toString).noneMatch(p -> p.everSaid(word));
        }
        return this;
    }

    /** Nobody but {@code who} ever saw the bot say {@code words}. */
    WireReport only(Person who, String words) {
        for (Person person : people) {
            if (!person.equals(who)) {
                assertThat(person.sees())
                        .as(() -> person.name() + " saw '" + words + "'\n" + this)
                        .filteredOn(this::isTheBots)
                        .noneMatch(p -> p.everSaid(words));
            }
        }
        return this;
    }

    WireReport atMost(int posts) {
        assertThat(posts()).as(this::toString).hasSizeLessThanOrEqualTo(posts);
        return this;
    }

    @Override
    public String toString() {
        List<WireLog.Answer> answers = server.wire().answers();
        String told = channel.everything().stream().map(this::line).collect(Collectors.joining("\n"));
        String refused =
                server.wire().refusals().stream().map(WireLog.Request::line).collect(Collectors.joining("\n  "));
        return """
                %d posts for all, %d for one; %d answers, the slowest after %d ms; %d requests; refused: %s
                notified: %s
                %s
                """.formatted(
                        posts().size(),
                        whispers().size(),
                        answers.size(),
                        server.wire().slowestAnswer().toMillis(),
                        server.wire().requests().size(),
                        refused.isEmpty() ? "nothing" : "\n  " + refused,
                        server.wire().pings(),
                        told);
    }

    private String line(Post post) {
        String sees = post.isPrivate() ? "  (" + seers(post) + " only) " : "";
        String state = post.state() == Post.State.STANDS ? "" : " [" + post.state() + "]";
        String text = post.text().replace('\n', '|');
        String shown = text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "...";
        String buttons = post.controls().stream().map(c -> c.label()).collect(Collectors.joining(", "));
        return sees + post.author() + ": " + shown + state + (buttons.isEmpty() ? "" : "  <" + buttons + ">");
    }

    private String seers(Post post) {
        return people.stream()
                .filter(p -> p.sees(channel).stream().anyMatch(seen -> seen.id() == post.id()))
                .map(Person::name)
                .collect(Collectors.joining(" and "));
    }
}
