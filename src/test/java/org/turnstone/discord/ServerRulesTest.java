package org.turnstone.discord;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.turnstone.discord.loopback.Channel;
import org.turnstone.discord.loopback.Control;
import org.turnstone.discord.loopback.Permission;
import org.turnstone.discord.loopback.Person;
import org.turnstone.discord.loopback.Post;
import org.turnstone.floor.Inviting;
import org.turnstone.floor.Move;
import org.turnstone.floor.Open;
import org.turnstone.floor.Prompt;
import org.turnstone.prompts.Text;

/** What those who manage a server choose, and what follows from it in its channels. */
class ServerRulesTest {
    @TempDir
    private Path home;

    private Hall hall;

    @BeforeEach
    void open() {
        hall = Hall.of(home, "Ann", "Ben", "Cleo").setUp();
        hall.steward("Hanna", Permission.MANAGE_GUILD);
    }

    @AfterEach
    void close() {
        hall.report().keepsTheRules();
        hall.close();
    }

    private static String text(Text text) {
        return Hall.BOOK.text(text);
    }

    private void chooses(String key, Text choice) {
        chooses(hall.channel, key, choice);
    }

    private void chooses(Channel channel, String key, Text choice) {
        Person host = hall.person("Hanna");
        Post settings = hall.answer(host.runs(channel, "/turn settings"));
        Control menu = settings.controls().stream()
                .filter(c -> c.customId().endsWith(":" + key))
                .findFirst()
                .orElseThrow();
        host.chooses(settings, menu.customId(), text(choice)).awaitAnswer();
    }

    private Post starts(Channel channel) {
        return hall.answer(hall.person("Ann").runs(channel, "/turn start", Map.of("partner", hall.person("Ben"))));
    }

    @Test
    void the_usual_pace() {
        chooses("pace", Text.SETTINGS_PACE_FULL);
        starts(hall.channel);
        hall.awaits(Inviting.class);
        assertThat(((Inviting) hall.conversation().phase()).pace().isQuick()).isFalse();
    }

    @Test
    void talks_only_where_they_are_allowed() {
        Channel garden = hall.another("garden");
        chooses("where", Text.SETTINGS_WHERE_CHOSEN);
        chooses(garden, "here", Text.SETTINGS_HERE_YES);
        assertThat(starts(hall.channel).text()).isEqualTo(text(Text.NOT_IN_THIS_CHANNEL));
        assertThat(starts(garden).text()).isNotEqualTo(text(Text.NOT_IN_THIS_CHANNEL));
        hall.awaits(Inviting.class);
    }

    @Test
    void talks_only_where_not_everyone_can_look_in() {
        Channel cellar = hall.hidden("cellar", "Ann", "Ben");
        chooses("where", Text.SETTINGS_WHERE_PRIVATE);
        assertThat(starts(hall.channel).text()).isEqualTo(text(Text.NOT_IN_THIS_CHANNEL));
        assertThat(starts(cellar).text()).isNotIn(text(Text.NOT_IN_THIS_CHANNEL), text(Text.PARTNER_NOT_HERE));
        hall.awaits(Inviting.class);
    }

    @Test
    void circles_opened_by_moderators_only() {
        chooses("circles", Text.SETTINGS_CIRCLES_MODERATORS);
        assertThat(hall.runs("Ann", "/turn circle", Map.of()).text())
                .isEqualTo(text(Text.CIRCLES_ARE_OPENED_BY_OTHERS));
        hall.steward("Mo", Permission.MANAGE_MESSAGES);
        hall.isSetUp("Mo");
        hall.runs("Mo", "/turn circle", Map.of());
        hall.person("Ben").awaits(hall.channel, "Mo is opening a circle");
    }

    @Test
    void what_is_quiet_for_longer_than_the_server_keeps_it_is_forgotten() {
        chooses("keep", Text.SETTINGS_KEEP_A_WEEK);
        starts(hall.channel);
        hall.presses("Ann", Move.STOP);
        hall.awaits(Open.class);
        hall.later(Duration.ofDays(6));
        hall.bot.tidies();
        assertThat(hall.bot.store.roomsOf(Hall.id(hall.person("Ann")))).hasSize(1);
        hall.later(Duration.ofDays(2));
        hall.bot.tidies();
        assertThat(hall.bot.store.roomsOf(Hall.id(hall.person("Ann")))).isEmpty();
        Post told = hall.answer(hall.presses("Ann", Move.ASK));
        assertThat(told.text()).isEqualTo(text(Text.NO_TALK_HERE));
        starts(hall.channel);
        hall.awaits(Inviting.class);
    }

    @Test
    void a_circle_that_was_left_holds_its_channel_for_a_day() {
        hall.runs("Ann", "/turn circle", Map.of());
        hall.presses("Ben", Move.HERE);
        hall.presses("Cleo", Move.HERE);
        hall.presses("Ann", Move.BEGIN);
        hall.awaitsFloor("Ann");
        hall.says("Ben", "And I never said it.");
        hall.later(Duration.ofHours(20));
        assertThat(starts(hall.channel).text()).isEqualTo(text(Text.ROOM_BUSY));
        hall.later(Duration.ofHours(25));
        starts(hall.channel);
        hall.awaits(Inviting.class);
        assertThat(hall.justForMe("Ben").text()).contains("And I never said it.");
        assertThat(Optional.of(hall.conversation().circle().isCouple())).contains(true);
        assertThat(hall.report().posts())
                .anyMatch(p -> Hall.BOOK.wordings(Prompt.STOPPED).contains(p.text()));
    }
}
