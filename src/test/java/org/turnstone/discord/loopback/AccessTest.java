package org.turnstone.discord.loopback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who may do what where, for people and for the bot. */
class AccessTest {
    private static final long SEND = Permission.SEND_MESSAGES.bit();
    private static final long VIEW = Permission.VIEW_CHANNEL.bit();

    private final Household house = new Household(
            Permission.VIEW_CHANNEL,
            Permission.SEND_MESSAGES,
            Permission.READ_MESSAGE_HISTORY,
            Permission.MANAGE_ROLES);

    @AfterEach
    void stop() {
        house.close();
    }

    @Test
    void an_overwrite_keeps_a_member_from_writing_and_leaves_the_others_alone() {
        house.kitchen.overwrite(house.ben, 0, SEND);
        assertThat(house.ann.canSay(house.kitchen)).isTrue();
        assertThat(house.ben.canSay(house.kitchen)).isFalse();
        assertThat(house.ben.canSee(house.kitchen)).isTrue();
        assertThatThrownBy(() -> house.ben.says(house.kitchen, "let me")).isInstanceOf(CannotDo.class);
        assertThatThrownBy(() -> house.ben.runs(house.kitchen, "/turn start")).isInstanceOf(CannotDo.class);
    }

    @Test
    void owner_and_administrators_are_above_overwrites() {
        Role boss = house.home.role("boss", Permission.ADMINISTRATOR);
        house.home.give(house.ben, boss);
        house.kitchen.overwrite(house.ben, 0, SEND);
        house.kitchen.overwrite(house.olga, 0, SEND);
        assertThat(house.ben.canSay(house.kitchen)).isTrue();
        assertThat(house.olga.canSay(house.kitchen)).isTrue();
    }

    @Test
    void a_members_overwrite_wins_over_roles_and_an_allowing_role_over_a_denying_one() {
        Role quiet = house.home.role("quiet");
        Role loud = house.home.role("loud");
        house.home.give(house.ben, quiet).give(house.ben, loud);
        house.kitchen.overwrite(quiet, 0, SEND);
        assertThat(house.ben.canSay(house.kitchen)).isFalse();
        house.kitchen.overwrite(loud, SEND, 0);
        assertThat(house.ben.canSay(house.kitchen)).isTrue();
        house.kitchen.overwrite(house.ben, 0, SEND);
        assertThat(house.ben.canSay(house.kitchen)).isFalse();
        house.kitchen.clearOverwrite(house.ben);
        assertThat(house.ben.canSay(house.kitchen)).isTrue();
    }

    @Test
    void who_cannot_view_can_do_nothing_and_sees_nothing_new() {
        house.says("{'content':'before'}");
        house.kitchen.overwrite(house.ben, 0, VIEW);
        house.says("{'content':'after'}");
        assertThat(house.ben.canSay(house.kitchen)).isFalse();
        assertThat(house.ben.sees()).extracting(Post::text).containsExactly("before");
        assertThat(house.ann.sees()).extracting(Post::text).containsExactly("before", "after");
    }

    @Test
    void who_is_timed_out_reads_only() {
        house.home.timeOut(house.ben, Duration.ofMinutes(5));
        assertThat(house.ben.canSay(house.kitchen)).isFalse();
        assertThat(house.ben.canSee(house.kitchen)).isTrue();
        house.discord.clock().advance(Duration.ofMinutes(6));
        assertThat(house.ben.canSay(house.kitchen)).isTrue();
    }

    @Test
    void a_stranger_and_who_left_see_nothing() {
        Person stranger = house.discord.person("Sam");
        house.home.leave(house.ben);
        house.says("{'content':'hello'}");
        assertThat(stranger.sees()).isEmpty();
        assertThat(house.ben.sees()).isEmpty();
    }

    @Test
    void the_bot_is_refused_where_it_may_not_write() {
        house.kitchen.overwriteBot(0, SEND);
        assertThat(house.says("{'content':'a'}").refusal()).isEqualTo("403 50013");
        assertThat(house.bot
                        .post("channels/" + house.kitchen.id() + "/typing", "")
                        .refusal())
                .isEqualTo("403 50013");
    }

    @Test
    void the_bot_has_no_access_where_it_cannot_look() {
        house.kitchen.overwriteBot(0, VIEW);
        assertThat(house.says("{'content':'a'}").refusal()).isEqualTo("403 50001");
        assertThat(house.bot.get("channels/" + house.kitchen.id()).refusal()).isEqualTo("403 50001");
        Channel theirs = house.ann.directChannelWith(house.ben);
        assertThat(house.says(theirs, "{'content':'a'}").refusal()).isEqualTo("403 50001");
        house.home.kickBot();
        assertThat(house.says("{'content':'a'}").refusal()).isEqualTo("403 50001");
    }

    @Test
    void without_reading_the_history_there_is_none() {
        Post post = house.ann.says(house.kitchen, "hello");
        String all = "channels/" + house.kitchen.id() + "/messages";
        assertThat(house.bot.get(all).body()).hasSize(1);
        house.kitchen.overwriteBot(0, Permission.READ_MESSAGE_HISTORY.bit());
        assertThat(house.bot.get(all).status()).isEqualTo(200);
        assertThat(house.bot.get(all).body()).isEmpty();
        assertThat(house.bot.get(all + "/" + post.id()).refusal()).isEqualTo("403 50001");
        assertThat(house.says("{'content':'a','message_reference':{'message_id':'" + post.id() + "'}}")
                        .refusal())
                .isEqualTo("400 160002");
    }

    @Test
    void the_bot_sets_overwrites_with_bits_it_holds_and_no_others() {
        String path = "channels/" + house.kitchen.id() + "/permissions/" + house.ben.id();
        assertThat(house.bot.put(path, deny(SEND)).status()).isEqualTo(204);
        assertThat(house.ben.canSay(house.kitchen)).isFalse();
        assertThat(house.bot.put(path, deny(Permission.MANAGE_MESSAGES.bit())).refusal())
                .isEqualTo("403 50013");
        assertThat(house.bot.put(path, "{'type':7}").at("type")).isEqualTo("BASE_TYPE_CHOICES");
        assertThat(house.bot.delete(path).status()).isEqualTo(204);
        assertThat(house.ben.canSay(house.kitchen)).isTrue();
        assertThat(house.bot.delete(path).refusal()).isEqualTo("404 10009");
        house.home.botMay(Permission.VIEW_CHANNEL, Permission.SEND_MESSAGES);
        assertThat(house.bot.put(path, deny(SEND)).refusal()).isEqualTo("403 50013");
        assertThat(house.kitchen.overwrites()).isEmpty();
    }

    @Test
    void in_a_direct_channel_there_are_no_overwrites() {
        Channel direct = house.ann.directChannel();
        String path = "channels/" + direct.id() + "/permissions/" + house.ann.id();
        assertThat(house.bot.put(path, deny(SEND)).refusal()).isEqualTo("403 50003");
    }

    @Test
    void only_who_manages_messages_deletes_those_of_others() {
        Post post = house.ann.says(house.kitchen, "mine");
        String path = "channels/" + house.kitchen.id() + "/messages/" + post.id();
        assertThat(house.bot.delete(path).refusal()).isEqualTo("403 50013");
        house.home.botMay(Permission.VIEW_CHANNEL, Permission.MANAGE_MESSAGES);
        assertThat(house.bot.delete(path).status()).isEqualTo(204);
        assertThat(house.ann.sees()).extracting(Post::state).containsExactly(Post.State.DELETED);
    }

    @Test
    void many_are_deleted_at_once_by_who_manages_messages() {
        String path = "channels/" + house.kitchen.id() + "/messages/bulk-delete";
        long one = house.ann.says(house.kitchen, "one").id();
        long two = house.ann.says(house.kitchen, "two").id();
        String both = "{'messages':['" + one + "','" + two + "']}";
        assertThat(house.bot.post(path, both).refusal()).isEqualTo("403 50013");
        house.home.botMay(Permission.VIEW_CHANNEL, Permission.MANAGE_MESSAGES);
        assertThat(house.bot.post(path, "{'messages':['" + one + "']}").at("messages"))
                .isEqualTo("BASE_TYPE_BAD_LENGTH");
        assertThat(house.bot.post(path, both).status()).isEqualTo(204);
        assertThat(house.ann.sees()).extracting(Post::state).containsOnly(Post.State.DELETED);
    }

    @Test
    void a_file_needs_its_own_permission() {
        String form = "--b\r\nContent-Disposition: form-data; name=\"payload_json\"\r\n\r\n{\"content\":\"a\"}\r\n"
                + "--b\r\nContent-Disposition: form-data; name=\"files[0]\"; filename=\"t.txt\"\r\n\r\nhi\r\n--b--\r\n";
        String path = "channels/" + house.kitchen.id() + "/messages";
        String type = "multipart/form-data; boundary=b";
        assertThat(house.bot
                        .send("POST", path, type, form)
                        .body()
                        .at("/attachments/0/filename")
                        .asText())
                .isEqualTo("t.txt");
        house.kitchen.overwriteBot(0, Permission.ATTACH_FILES.bit());
        assertThat(house.bot.send("POST", path, type, form).refusal()).isEqualTo("403 50013");
    }

    @Test
    void a_channel_is_renamed_by_who_manages_channels() {
        String path = "channels/" + house.kitchen.id();
        assertThat(house.bot.patch(path, "{'name':'garden'}").refusal()).isEqualTo("403 50013");
        house.home.botMay(Permission.VIEW_CHANNEL, Permission.MANAGE_CHANNELS);
        assertThat(house.bot.patch(path, "{'name':'garden'}").status()).isEqualTo(200);
        assertThat(house.kitchen.name()).isEqualTo("garden");
    }

    @Test
    void an_overwrite_for_a_role_needs_the_role() {
        String path = "channels/" + house.kitchen.id() + "/permissions/12";
        assertThat(house.bot.put(path, "{'type':0,'allow':'0','deny':'0'}").refusal())
                .isEqualTo("404 10011");
    }

    @Test
    void all_members_are_listed_only_with_the_switch() {
        String path = "guilds/" + house.home.id() + "/members";
        assertThat(house.bot.get(path).refusal()).isEqualTo("403 50001");
        house.discord.app().privileged(Application.Privilege.GUILD_MEMBERS);
        assertThat(house.bot.get(path).body()).hasSize(4);
        assertThat(house.bot
                        .get(path + "/" + house.ben.id())
                        .body()
                        .at("/user/global_name")
                        .asText())
                .isEqualTo("Ben");
        house.home.leave(house.ben);
        assertThat(house.bot.get(path + "/" + house.ben.id()).refusal()).isEqualTo("404 10007");
        assertThat(house.bot.get("guilds/12").refusal()).isEqualTo("404 10004");
    }

    private static String deny(long bits) {
        return "{'type':1,'allow':'0','deny':'" + bits + "'}";
    }
}
