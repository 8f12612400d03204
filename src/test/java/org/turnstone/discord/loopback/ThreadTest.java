package org.turnstone.discord.loopback;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Threads: who sees a private one, what lets one write there, and what the bot may do with them. */
class ThreadTest {
    private final Household house = new Household(
            Permission.VIEW_CHANNEL,
            Permission.SEND_MESSAGES,
            Permission.SEND_MESSAGES_IN_THREADS,
            Permission.READ_MESSAGE_HISTORY,
            Permission.CREATE_PRIVATE_THREADS);

    @AfterEach
    void stop() {
        house.close();
    }

    @Test
    void a_private_thread_is_seen_by_its_members_and_by_who_manages_threads() {
        Channel thread = house.home.privateThread(house.kitchen, "us", house.ann);
        assertThat(house.ann.canSee(thread)).isTrue();
        assertThat(house.ben.canSee(thread)).isFalse();
        assertThat(house.olga.canSee(thread)).as("the owner manages threads").isTrue();
        house.home.give(house.ben, house.home.role("keeper", Permission.MANAGE_THREADS));
        assertThat(house.ben.canSee(thread)).isTrue();
    }

    @Test
    void writing_in_a_thread_needs_its_own_permission() {
        Channel thread = house.home.privateThread(house.kitchen, "us", house.ann, house.ben);
        house.kitchen.overwrite(house.ann, 0, Permission.SEND_MESSAGES.bit());
        house.kitchen.overwrite(house.ben, 0, Permission.SEND_MESSAGES_IN_THREADS.bit());
        assertThat(house.ann.canSay(thread)).isTrue();
        assertThat(house.ben.canSay(thread)).isFalse();
        house.kitchen.overwriteBot(0, Permission.SEND_MESSAGES_IN_THREADS.bit());
        assertThat(house.says(thread, "{'content':'a'}").refusal()).isEqualTo("403 50013");
    }

    @Test
    void the_bot_opens_a_thread_and_brings_people_in() {
        RawBot.Answer thread = house.bot.post(
                "channels/" + house.kitchen.id() + "/threads", "{'name':'us','type':12,'auto_archive_duration':1440}");
        assertThat(thread.status()).isEqualTo(201);
        String id = thread.body().path("id").asText();
        assertThat(house.bot
                        .put("channels/" + id + "/thread-members/" + house.ben.id(), "")
                        .status())
                .isEqualTo(204);
        house.bot.post("channels/" + id + "/messages", "{'content':'here'}");
        assertThat(house.ben.sees()).extracting(Post::text).contains("here");
        assertThat(house.ann.sees()).isEmpty();
        assertThat(house.discord.wire().pings())
                .as("bringing somebody in tells them")
                .hasSize(1);
    }

    @Test
    void what_does_not_fit_is_refused() {
        String path = "channels/" + house.kitchen.id() + "/threads";
        assertThat(house.bot.post(path, "{'name':'','type':12}").at("name")).isEqualTo("BASE_TYPE_BAD_LENGTH");
        assertThat(house.bot
                        .post(path, "{'name':'a','type':12,'auto_archive_duration':7}")
                        .at("auto_archive_duration"))
                .isEqualTo("BASE_TYPE_CHOICES");
        house.kitchen.overwriteBot(0, Permission.CREATE_PUBLIC_THREADS.bit());
        assertThat(house.bot.post(path, "{'name':'a','type':11}").refusal())
                .as("only private ones are allowed")
                .isEqualTo("403 50013");
        Channel thread = house.home.privateThread(house.kitchen, "us", house.ann);
        assertThat(house.bot
                        .post("channels/" + thread.id() + "/threads", "{'name':'a'}")
                        .refusal())
                .isEqualTo("400 50024");
        assertThat(house.bot
                        .put("channels/" + thread.id() + "/permissions/" + house.ann.id(), "{'type':1}")
                        .refusal())
                .isEqualTo("400 50024");
        assertThat(house.bot
                        .put("channels/" + house.kitchen.id() + "/thread-members/" + house.ann.id(), "")
                        .refusal())
                .isEqualTo("400 50024");
        house.kitchen.overwrite(house.ben, 0, Permission.VIEW_CHANNEL.bit());
        assertThat(house.bot
                        .put("channels/" + thread.id() + "/thread-members/" + house.ben.id(), "")
                        .refusal())
                .as("who cannot open the channel cannot be brought into its thread")
                .isEqualTo("403 50001");
    }

    @Test
    void who_may_write_brings_people_in_and_who_manages_or_started_it_takes_them_out() {
        Channel thread = house.home.privateThread(house.kitchen, "us", house.ann, house.ben);
        String member = "channels/" + thread.id() + "/thread-members/";
        assertThat(house.bot.delete(member + house.ben.id()).refusal()).isEqualTo("403 50013");
        house.kitchen.overwriteBot(Permission.MANAGE_THREADS.bit(), Permission.SEND_MESSAGES_IN_THREADS.bit());
        assertThat(house.bot.delete(member + house.ben.id()).status()).isEqualTo(204);
        assertThat(house.bot.delete(member + house.ben.id()).refusal()).isEqualTo("404 10007");
        assertThat(house.ben.canSee(thread)).isFalse();
        assertThat(house.bot.put(member + house.ben.id(), "").refusal()).isEqualTo("403 50013");
        assertThat(house.bot.delete(member + "@me").status()).isEqualTo(204);
    }

    @Test
    void a_locked_thread_takes_nothing_from_who_does_not_manage_threads() {
        house.home.botMay(
                Permission.VIEW_CHANNEL,
                Permission.SEND_MESSAGES_IN_THREADS,
                Permission.MANAGE_THREADS,
                Permission.CREATE_PRIVATE_THREADS);
        Channel thread = house.home.privateThread(house.kitchen, "us", house.ann);
        assertThat(house.bot.patch("channels/" + thread.id(), "{'locked':true}").status())
                .isEqualTo(200);
        assertThat(house.says(thread, "{'content':'a'}").status()).isEqualTo(200);
        house.home.botMay(Permission.VIEW_CHANNEL, Permission.SEND_MESSAGES_IN_THREADS);
        assertThat(house.says(thread, "{'content':'a'}").refusal()).isEqualTo("400 160005");
        assertThat(house.bot
                        .patch("channels/" + thread.id(), "{'locked':false}")
                        .refusal())
                .isEqualTo("403 50013");
    }
}
