/**
 * A Discord on this machine, for tests: a server that speaks the platform's REST and gateway protocol to the real client
 * library and is as strict as the platform is, in a world of guilds and people that a test moves.
 *
 * <p>It is written from the platform's public documentation and knows nothing of the bot. Each rule names its page and
 * heading there: "Message, 'Create Message'" is {@code docs.discord.com/developers/resources/message#create-message},
 * likewise User, Guild, Channel and Application under {@code resources}; Gateway and Gateway Events under {@code
 * events}; Receiving and Responding and Application Commands under {@code interactions}; Components Reference is {@code
 * components/reference}; Permissions, Threads, Rate Limits, and Opcodes and Status Codes are under {@code topics};
 * Reference is {@code reference}. Where the pages are silent the server is the stricter of what is possible, and says
 * so.
 *
 * <pre>{@code
 * LoopbackDiscord discord = LoopbackDiscord.start();
 * Person ann = discord.person("Ann");
 * Person ben = discord.person("Ben");
 * Guild home = discord.guild("Home", discord.person("Olga"))
 *         .join(ann, ben)
 *         .inviteBot(Permission.VIEW_CHANNEL, Permission.SEND_MESSAGES, Permission.READ_MESSAGE_HISTORY);
 * Channel kitchen = home.textChannel("kitchen");
 *
 * // start the bot, here or in another process, with discord.app().token(), discord.apiUrl(), discord.gatewayUrl()
 *
 * Post asked = ann.runs(kitchen, "/turn start", Map.of("partner", ben)).awaitPost();
 * OpenModal modal = ben.presses(asked, "In my own words").awaitModal();
 * Post note = ben.submits(modal, Map.of("words", "It is hard to stay open")).awaitPost();
 *
 * discord.faults().next("POST channels/*&#47;messages", new Fault.Cut(Fault.When.AFTER));
 * discord.clock().advance(Duration.ofMinutes(20));
 * ann.says(kitchen, "I felt alone");
 * ben.awaits(kitchen, "over to you");
 *
 * discord.seenBy(ann);           // everything Ann could see, with edits; nothing that was for Ben alone
 * discord.wire().refusals();     // what the platform refused: empty, if the bot keeps the rules
 * discord.wire().pings();        // whom messages notified
 * discord.wire().answers();      // each first answer to an interaction and the time it took
 * }</pre>
 */
package org.turnstone.discord.loopback;
