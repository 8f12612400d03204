package org.turnstone.discord.loopback;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whom a message notifies, and that the log tells. */
class MentionRulesTest {
    private final Household house = new Household(
            Permission.VIEW_CHANNEL,
            Permission.SEND_MESSAGES,
            Permission.READ_MESSAGE_HISTORY,
            Permission.MENTION_EVERYONE);

    @AfterEach
    void stop() {
        house.close();
    }

    @Test
    void an_ordinary_message_notifies_everybody_it_names_unless_told_otherwise() {
        house.says("{'content':'" + house.ann.mention() + " @everyone'}");
        WireLog.Ping ping = house.discord.wire().pings().get(0);
        assertThat(ping.users()).containsExactly(house.ann.id());
        assertThat(ping.everyone()).isTrue();
        house.discord.wire().clear();
        house.says("{'content':'" + house.ann.mention() + " @everyone','allowed_mentions':{'parse':[]}}");
        assertThat(house.discord.wire().pings()).isEmpty();
    }

    @Test
    void only_listed_people_who_are_named_are_notified() {
        house.says("{'content':'" + house.ann.mention() + house.ben.mention() + "','allowed_mentions':{'users':['"
                + house.ben.id() + "','" + house.olga.id() + "']}}");
        assertThat(house.discord.wire().pings().get(0).users()).containsExactly(house.ben.id());
        assertThat(house.ben.sees().get(0).pinged()).containsExactly(house.ben.id());
    }

    @Test
    void everyone_needs_the_permission() {
        house.home.botMay(Permission.VIEW_CHANNEL, Permission.SEND_MESSAGES);
        house.says("{'content':'@here look'}");
        assertThat(house.discord.wire().pings()).isEmpty();
    }

    @Test
    void a_reply_notifies_its_author_unless_told_otherwise() {
        Post post = house.ann.says(house.kitchen, "hello");
        String reference = "'message_reference':{'message_id':'" + post.id() + "'}";
        house.says("{'content':'hi'," + reference + "}");
        assertThat(house.discord.wire().pings()).hasSize(1);
        house.says("{'content':'hi','allowed_mentions':{'parse':[]}," + reference + "}");
        assertThat(house.discord.wire().pings()).hasSize(1);
        house.says("{'content':'hi','allowed_mentions':{'parse':[],'replied_user':true}," + reference + "}");
        assertThat(house.discord.wire().pings()).hasSize(2);
    }

    @Test
    void text_in_components_notifies_too() {
        house.says("{'flags':32768,'components':[{'type':10,'content':'" + house.ann.mention() + "'}]}");
        assertThat(house.discord.wire().pings()).hasSize(1);
    }

    @Test
    void an_edit_notifies_nobody_but_the_words_of_a_deferred_answer_do() {
        String id = house.says("{'content':'a'}").body().path("id").asText();
        house.bot.patch(
                "channels/" + house.kitchen.id() + "/messages/" + id, "{'content':'" + house.ann.mention() + "'}");
        assertThat(house.discord.wire().pings()).isEmpty();
        house.registersCommands();
        Interaction command = house.ann.runs(house.kitchen, "/turn start");
        house.answers(command, "{'type':5}");
        house.bot.patch(house.hook(command, "/messages/@original"), "{'content':'" + house.ben.mention() + "'}");
        assertThat(house.discord.wire().pings()).hasSize(1);
    }

    @Test
    void the_answer_to_an_interaction_notifies_people_by_default_and_never_everyone() {
        house.registersCommands();
        String both = "{'content':'" + house.ben.mention() + " @everyone'}";
        house.answers(house.ann.runs(house.kitchen, "/turn start"), "{'type':4,'data':" + both + "}");
        WireLog.Ping ping = house.discord.wire().pings().get(0);
        assertThat(ping.users()).containsExactly(house.ben.id());
        assertThat(ping.everyone()).isFalse();
        String quiet = "{'content':'" + house.ann.mention() + "','flags':64}";
        house.answers(house.ann.runs(house.kitchen, "/turn start"), "{'type':4,'data':" + quiet + "}");
        assertThat(house.discord.wire().pings())
                .as("what one person sees notifies nobody")
                .hasSize(1);
    }

    @Test
    void at_most_100_are_listed() {
        String ids = "'1'" + ",'1'".repeat(100);
        assertThat(house.says("{'content':'a','allowed_mentions':{'users':[" + ids + "]}}")
                        .at("allowed_mentions.users"))
                .isEqualTo("BASE_TYPE_BAD_LENGTH");
    }

    @Test
    void parsing_all_and_listing_some_exclude_each_other() {
        RawBot.Answer answer = house.says("{'content':'a','allowed_mentions':{'parse':['users'],'users':['1']}}");
        assertThat(answer.at("allowed_mentions")).isEqualTo("MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE");
        assertThat(house.says("{'content':'a','allowed_mentions':{'parse':['all']}}")
                        .at("allowed_mentions.parse"))
                .isEqualTo("BASE_TYPE_CHOICES");
    }
}
