package org.turnstone.discord.loopback;

/** What most tests of the server need: a guild of Olga's with Ann, Ben and the bot in a channel, and a raw bot. */
final class Household implements AutoCloseable {
    final LoopbackDiscord discord = LoopbackDiscord.start();
    final Person olga = discord.person("Olga");
    final Person ann = discord.person("Ann");
    final Person ben = discord.person("Ben");
    final Guild home;
    final Channel kitchen;
    final RawBot bot;

    Household(Permission... bots) {
        home = discord.guild("Home", olga).join(ann, ben).inviteBot(bots);
        kitchen = home.textChannel("kitchen");
        bot = new RawBot(discord);
    }

    static Household talking() {
        return new Household(Permission.VIEW_CHANNEL, Permission.SEND_MESSAGES, Permission.READ_MESSAGE_HISTORY);
    }

    RawBot.Answer says(String json) {
        return says(kitchen, json);
    }

    RawBot.Answer says(Channel channel, String json) {
        return bot.post("channels/" + channel.id() + "/messages", json);
    }

    /** Registers {@code /turn start}, which works everywhere, and the message command {@code Read my words}. */
    void registersCommands() {
        bot.put("applications/" + discord.app().id() + "/commands", """
                [{'name':'turn','description':'Take turns','integration_types':[0,1],'contexts':[0,1,2],
                  'options':[{'type':1,'name':'start','description':'Ask for a turn',
                    'options':[{'type':6,'name':'partner','description':'With whom'},
                               {'type':3,'name':'topic','description':'About what','max_length':80}]}]},
                 {'name':'Read my words','type':3,'integration_types':[0,1],'contexts':[0,1,2]}]""");
    }

    RawBot.Answer answers(Interaction interaction, String json) {
        return bot.post("interactions/" + interaction.id() + "/" + interaction.token() + "/callback", json);
    }

    /** Below the interaction's webhook: {@code /messages/@original}. */
    String hook(Interaction interaction, String rest) {
        return "webhooks/" + discord.app().id() + "/" + interaction.token() + rest;
    }

    @Override
    public void close() {
        discord.close();
    }
}
