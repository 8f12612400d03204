package org.turnstone.discord.loopback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Direct channels: the bot's with a person, and two people's own where only interactions reach. */
class DirectMessageTest {
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
    void opening_a_direct_channel_gives_the_same_one_each_time() {
        RawBot.Answer first = open(house.ann.id());
        assertThat(first.body().path("id").asLong())
                .isEqualTo(house.ann.directChannel().id());
        assertThat(open(house.ann.id()).body().path("id"))
                .isEqualTo(first.body().path("id"));
        assertThat(open(12).refusal()).isEqualTo("404 10013");
        assertThat(open(house.discord.app().botId()).refusal()).isEqualTo("403 50007");
    }

    @Test
    void a_direct_message_is_seen_by_its_person_alone() {
        house.says(house.ann.directChannel(), "{'content':'something for you'}");
        assertThat(house.ann.sees()).extracting(Post::text).containsExactly("something for you");
        assertThat(house.ben.sees()).isEmpty();
        assertThat(house.olga.sees()).isEmpty();
    }

    @Test
    void who_closed_direct_messages_gets_none_though_the_channel_opens() {
        house.ann.closesDirectMessages();
        assertThat(open(house.ann.id()).status()).isEqualTo(200);
        assertThat(house.says(house.ann.directChannel(), "{'content':'a'}").refusal())
                .isEqualTo("403 50007");
        house.ann.opensDirectMessages();
        assertThat(house.says(house.ann.directChannel(), "{'content':'a'}").status())
                .isEqualTo(200);
    }

    @Test
    void a_stranger_gets_none_unless_they_installed_the_app() {
        Person stranger = house.discord.person("Sam");
        Channel direct = stranger.directChannel();
        assertThat(house.says(direct, "{'content':'a'}").refusal()).isEqualTo("403 50278");
        house.discord.app().installedBy(stranger);
        assertThat(house.says(direct, "{'content':'a'}").status()).isEqualTo(200);
    }

    @Test
    void in_two_peoples_own_channel_everything_rides_on_interactions() {
        house.discord.app().installedBy(house.ann);
        Channel between = house.ann.directChannelWith(house.ben);
        assertThatThrownBy(() -> house.ben.runs(between, "/turn start"))
                .as("the app is Ann's there")
                .isInstanceOf(CannotDo.class);
        Interaction command = house.ann.runs(between, "/turn start");
        assertThat(command.json().path("context").asInt()).isEqualTo(2);
        assertThat(command.json().at("/authorizing_integration_owners/1").asLong())
                .isEqualTo(house.ann.id());
        assertThat(command.json().at("/channel/recipients/0/global_name").asText())
                .isEqualTo("Ben");
        house.answers(
                command,
                "{'type':4,'data':{'content':'Your turn?','components':[{'type':1,'components':["
                        + "{'type':2,'style':1,'label':'Here','custom_id':'here'}]}]}}");
        Interaction press = house.ben.presses(house.ben.awaits(between, "Your turn?"), "Here");
        assertThat(press.json().at("/authorizing_integration_owners/1").asLong())
                .as("still Ann's app, though Ben pressed")
                .isEqualTo(house.ann.id());
        assertThat(press.json().at("/user/global_name").asText()).isEqualTo("Ben");
        house.answers(press, "{'type':4,'data':{'content':'for Ben','flags':64}}");
        assertThat(house.ann.sees()).extracting(Post::text).containsExactly("Your turn?");
        assertThat(house.ben.sees()).extracting(Post::text).containsExactly("Your turn?", "for Ben");
        assertThat(house.says(between, "{'content':'unasked'}").refusal()).isEqualTo("403 50001");
        assertThat(house.bot.get("channels/" + between.id() + "/messages").refusal())
                .isEqualTo("403 50001");
    }

    @Test
    void in_the_bots_direct_channel_the_context_says_so() {
        Interaction command = house.ann.runs(house.ann.directChannel(), "/turn start");
        assertThat(command.json().path("context").asInt()).isEqualTo(1);
        assertThat(command.json().at("/authorizing_integration_owners/0").asText())
                .isEqualTo("0");
        assertThat(command.json().has("guild")).isFalse();
    }

    private RawBot.Answer open(long person) {
        return house.bot.post("users/@me/channels", "{'recipient_id':'" + person + "'}");
    }
}
