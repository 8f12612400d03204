// Says again what it hears, and nothing else. Where Discord is comes from the same variables as Turnstone's.
import { Client, GatewayIntentBits } from "discord.js";

const client = new Client({
  intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.MessageContent],
  rest: { api: process.env.DISCORD_API_URL.replace(/\/v10\/$/, "") },
});

client.on("messageCreate", (message) => {
  if (!message.author.bot) {
    message.channel.send({ content: message.content, allowedMentions: { parse: [] } });
  }
});

await client.login(process.env.DISCORD_TOKEN);
