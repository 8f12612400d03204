package org.turnstone.discord.loopback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How an interaction may be answered: once, in time, fittingly, and for 15 minutes. */
class InteractionRulesTest {
    private static final String HELLO = "{'type':4,'data':{'content':'hello'}}";
    private static final String PRIVATE = "{'type':4,'data':{'content':'psst','flags':64}}";
    private static final String LATER = "{'type':5}";
    private static final Duration LATE = Duration.ofMillis(3100);

    private final Household house = Household.talking();

    @BeforeEach
    void commands() {
        house.registersCommands();
    }

    @AfterEach
    void stop() {
        house.close();
    }

    @Test
    void a_second_answer_is_refused() {
        Interaction command = asks();
        assertThat(house.answers(command, HELLO).status()).isEqualTo(204);
        assertThat(house.answers(command, HELLO).refusal()).isEqualTo("400 40060");
        assertThat(house.ann.sees()).extracting(Post::text).containsExactly("hello");
    }

    @Test
    void an_answer_after_3_seconds_is_refused_and_the_person_is_told_that_it_failed() {
        Interaction command = asks();
        house.discord.clock().advance(LATE);
        assertThat(command.hasFailed()).isTrue();
        assertThat(house.answers(command, HELLO).refusal()).isEqualTo("404 10062");
        assertThatThrownBy(command::awaitAnswer).hasMessageContaining("3 s");
        assertThat(house.ann.sees()).isEmpty();
    }

    @Test
    void an_unknown_interaction_is_unknown() {
        assertThat(house.bot.post("interactions/12/none/callback", HELLO).refusal())
                .isEqualTo("404 10062");
        Interaction command = asks();
        String otherId = "interactions/12/" + command.token() + "/callback";
        assertThat(house.bot.post(otherId, HELLO).refusal()).isEqualTo("404 10062");
    }

    @Test
    void the_token_lives_15_minutes() {
        Interaction command = asks();
        house.answers(command, HELLO);
        house.discord.clock().advance(Duration.ofMinutes(14));
        assertThat(house.bot.patch(original(command), "{'content':'changed'}").status())
                .isEqualTo(200);
        house.discord.clock().advance(Duration.ofMinutes(2));
        assertThat(house.bot.patch(original(command), "{'content':'again'}").refusal())
                .isEqualTo("401 50027");
        assertThat(house.bot.post(house.hook(command, ""), "{'content':'more'}").refusal())
                .isEqualTo("401 50027");
        assertThat(house.answers(command, HELLO).refusal()).isEqualTo("404 10062");
    }

    @Test
    void nothing_goes_by_the_token_before_the_first_answer() {
        Interaction command = asks();
        assertThat(house.bot.post(house.hook(command, ""), "{'content':'a'}").refusal())
                .isEqualTo("404 10015");
        assertThat(house.bot.patch(original(command), "{'content':'a'}").refusal())
                .isEqualTo("404 10015");
        String otherApp = "webhooks/12/" + command.token();
        assertThat(house.bot.post(otherApp, "{'content':'a'}").refusal()).isEqualTo("404 10015");
    }

    @Test
    void a_private_answer_is_seen_by_its_person_alone() {
        Interaction command = asks();
        house.answers(command, PRIVATE);
        assertThat(command.awaitPost().isPrivate()).isTrue();
        assertThat(house.ann.sees()).extracting(Post::text).containsExactly("psst");
        assertThat(house.ben.sees()).isEmpty();
        assertThat(house.olga.sees()).isEmpty();
        long id = command.awaitPost().id();
        assertThat(house.bot
                        .get("channels/" + house.kitchen.id() + "/messages/" + id)
                        .refusal())
                .as("by the channel it cannot be reached")
                .isEqualTo("404 10008");
        assertThat(house.bot.get("channels/" + house.kitchen.id() + "/messages").body())
                .isEmpty();
        assertThat(house.bot.get(original(command)).status()).isEqualTo(200);
    }

    @Test
    void deferring_in_public_is_seen_by_all_and_in_private_by_one() {
        house.answers(asks(), LATER);
        assertThat(house.ben.sees()).extracting(Post::state).containsExactly(Post.State.LOADING);
        house.answers(asks(), "{'type':5,'data':{'flags':64}}");
        assertThat(house.ben.sees()).hasSize(1);
        assertThat(house.ann.sees()).hasSize(2);
    }

    @Test
    void a_deferral_stays_as_private_as_it_began() {
        Interaction command = asks();
        house.answers(command, "{'type':5,'data':{'flags':64}}");
        assertThat(house.bot
                        .patch(original(command), "{'content':'psst','flags':0}")
                        .status())
                .isEqualTo(200);
        assertThat(house.ben.sees()).isEmpty();
        assertThat(command.awaitPost().versions()).containsExactly("psst");
    }

    @Test
    void of_a_deferral_only_the_private_flag_may_be_set() {
        assertThat(house.answers(asks(), "{'type':5,'data':{'flags':32768}}").at("data.flags"))
                .isNotEmpty();
    }

    @Test
    void the_first_follow_up_of_a_deferral_is_its_answer() {
        Interaction command = asks();
        house.answers(command, LATER);
        house.bot.post(house.hook(command, ""), "{'content':'one','flags':64}");
        house.bot.post(house.hook(command, ""), "{'content':'two'}");
        assertThat(house.ben.sees()).extracting(Post::text).containsExactly("one", "two");
        assertThat(command.followups()).extracting(Post::text).containsExactly("two");
    }

    @Test
    void a_command_cannot_be_answered_by_changing_a_message() {
        assertThat(house.answers(asks(), "{'type':7,'data':{'content':'a'}}").at("type"))
                .isEqualTo("BASE_TYPE_CHOICES");
        assertThat(house.answers(asks(), "{'type':6}").at("type")).isEqualTo("BASE_TYPE_CHOICES");
        assertThat(house.answers(asks(), "{'type':1}").at("type")).isEqualTo("BASE_TYPE_CHOICES");
    }

    @Test
    void a_press_can_change_the_message_or_be_taken_silently() {
        Post post = postWithButton();
        house.answers(house.ben.presses(post, "Go"), "{'type':7,'data':{'content':'gone','components':[]}}");
        assertThat(house.ann.sees()).extracting(Post::text).containsExactly("gone");
        assertThat(house.ann.sees().get(0).versions()).containsExactly("go?", "gone");
        assertThatThrownBy(() -> house.ben.presses(post, "Go")).isInstanceOf(CannotDo.class);
        Post second = postWithButton();
        Interaction press = house.ben.presses(second, "go");
        assertThat(house.answers(press, "{'type':6}").status()).isEqualTo(204);
        house.bot.patch(original(press), "{'content':'later'}");
        assertThat(house.ann.sees()).extracting(Post::text).containsExactly("gone", "later");
    }

    @Test
    void an_answer_is_checked_like_any_message() {
        assertThat(house.answers(asks(), "{'type':4,'data':{}}").refusal()).isEqualTo("400 50006");
        assertThat(house.answers(asks(), "{'type':4,'data':{'content':'" + "a".repeat(2001) + "'}}")
                        .at("content"))
                .isEqualTo("BASE_TYPE_MAX_LENGTH");
    }

    @Test
    void a_refused_answer_leaves_the_interaction_open() {
        Interaction command = asks();
        house.answers(command, "{'type':4,'data':{}}");
        assertThat(house.answers(command, HELLO).status()).isEqualTo(204);
    }

    @Test
    void a_deleted_answer_is_gone() {
        Interaction command = asks();
        house.answers(command, HELLO);
        assertThat(house.bot.delete(original(command)).status()).isEqualTo(204);
        assertThat(house.bot.patch(original(command), "{'content':'a'}").refusal())
                .isEqualTo("404 10008");
        assertThat(house.ann.sees()).extracting(Post::state).containsExactly(Post.State.DELETED);
    }

    @Test
    void an_app_that_only_a_person_installed_has_5_follow_ups() {
        house.discord.app().installedBy(house.ann);
        Channel between = house.ann.directChannelWith(house.ben);
        Interaction command = house.ann.runs(between, "/turn start");
        house.answers(command, HELLO);
        for (int i = 0; i < 5; i++) {
            assertThat(house.bot
                            .post(house.hook(command, ""), "{'content':'more'}")
                            .status())
                    .isEqualTo(200);
        }
        assertThat(house.bot.post(house.hook(command, ""), "{'content':'more'}").refusal())
                .isEqualTo("400 40094");
        Interaction inGuild = asks();
        house.answers(inGuild, HELLO);
        for (int i = 0; i < 6; i++) {
            assertThat(house.bot
                            .post(house.hook(inGuild, ""), "{'content':'more'}")
                            .status())
                    .isEqualTo(200);
        }
    }

    @Test
    void the_answer_asked_for_with_the_response_tells_the_message() {
        Interaction command = asks();
        RawBot.Answer answer = house.bot.post(
                "interactions/" + command.id() + "/" + command.token() + "/callback?with_response=true", HELLO);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().at("/resource/message/content").asText()).isEqualTo("hello");
        assertThat(answer.body().at("/interaction/response_message_ephemeral").asBoolean())
                .isFalse();
    }

    @Test
    void answering_needs_no_permission_in_the_channel() {
        house.home.botMay(Permission.VIEW_CHANNEL);
        house.home.everyoneMay(
                Permission.of(Permission.VIEW_CHANNEL, Permission.SEND_MESSAGES, Permission.USE_APPLICATION_COMMANDS));
        house.kitchen.overwriteBot(0, Permission.SEND_MESSAGES.bit());
        assertThat(house.says("{'content':'a'}").refusal()).isEqualTo("403 50013");
        assertThat(house.answers(asks(), HELLO).status()).isEqualTo(204);
    }

    @Test
    void a_command_carries_what_was_typed() {
        Interaction command =
                house.ann.runs(house.kitchen, "/turn start", Map.of("partner", house.ben, "topic", "the party"));
        assertThat(command).hasToString("Ann's COMMAND " + command.json().path("data"));
        assertThat(command.json().at("/data/options/0/options/0/value").asLong())
                .isEqualTo(house.ben.id());
        assertThat(command.json()
                        .at("/data/resolved/users/" + house.ben.id() + "/global_name")
                        .asText())
                .isEqualTo("Ben");
        assertThat(command.json().at("/guild/id").asLong()).isEqualTo(house.home.id());
        assertThat(command.json().at("/context").asInt(-1)).isZero();
    }

    private Interaction asks() {
        return house.ann.runs(house.kitchen, "/turn start");
    }

    private String original(Interaction interaction) {
        return house.hook(interaction, "/messages/@original");
    }

    private Post postWithButton() {
        house.says("{'content':'go?','components':[{'type':1,'components':["
                + "{'type':2,'style':1,'label':'Go','custom_id':'go'}]}]}");
        return house.ann.awaits(house.kitchen, "go?");
    }
}
