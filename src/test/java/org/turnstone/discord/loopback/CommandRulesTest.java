package org.turnstone.discord.loopback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How commands are registered, and to whom they are offered. */
class CommandRulesTest {
    private final Household house = Household.talking();

    @AfterEach
    void stop() {
        house.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'name':'Turn','description':'d'} | 0.name",
                "{'name':'a turn','description':'d'} | 0.name",
                "{'name':'turn'} | 0.description",
                "{'name':'turn','description':'d','name_localizations':{'xx':'t'}} | 0.name_localizations.xx",
                "{'name':'turn','description':'d','description_localizations':{'de':''}} | 0.description_localizations.de",
                "{'name':'turn','description':'d','options':[{'type':3,'name':'a','description':'d'},{'type':3,'name':'b','description':'d','required':true}]} | 0.options.1",
                "{'name':'turn','description':'d','options':[{'type':3,'name':'a','description':'d'},{'type':3,'name':'a','description':'d'}]} | 0.options.1.name",
                "{'name':'turn','description':'d','options':[{'type':12,'name':'a','description':'d'}]} | 0.options.0.type",
                "{'name':'Read','type':3,'description':'d'} | 0.description",
                "{'name':'','type':3} | 0.name",
                "{'name':'turn','type':5} | 0.type",
            })
    void a_command_that_is_not_as_it_must_be_is_named(String command, String field) {
        RawBot.Answer answer = registers("[" + command + "]");
        assertThat(answer.refusal()).isEqualTo("400 50035");
        assertThat(answer.at(field)).as("%s", answer.body()).isNotEmpty();
    }

    @Test
    void names_are_unique_and_message_commands_at_most_15() {
        assertThat(registers("[{'name':'a','description':'d'},{'name':'a','description':'d'}]")
                        .at("1.name"))
                .isEqualTo("APPLICATION_COMMANDS_DUPLICATE_NAME");
        StringBuilder many = new StringBuilder("{'name':'m0','type':3}");
        for (int i = 1; i < 15; i++) {
            many.append(",{'name':'m").append(i).append("','type':3}");
        }
        assertThat(registers("[" + many + "]").status()).isEqualTo(200);
        assertThat(registers("[" + many + ",{'name':'m15','type':3}]").at("type"))
                .isEqualTo("APPLICATION_COMMANDS_TOO_MANY");
    }

    @Test
    void a_command_has_at_most_25_options_of_25_choices_and_8000_characters() {
        assertThat(registers(options(25, "d", 1)).status()).isEqualTo(200);
        assertThat(registers(options(26, "d", 1)).at("0.options")).isEqualTo("BASE_TYPE_BAD_LENGTH");
        assertThat(registers(options(1, "d", 25)).status()).isEqualTo(200);
        assertThat(registers(options(1, "d", 26)).at("0.options.0.choices")).isEqualTo("BASE_TYPE_BAD_LENGTH");
        assertThat(registers(options(24, "d".repeat(100), 24)).at("0.name")).isEqualTo("APPLICATION_COMMAND_TOO_LARGE");
        assertThat(registers("[{'name':'turn','description':'d','options':"
                                + "[{'type':3,'name':'a','description':'d','max_length':6001}]}]")
                        .at("0.options.0.max_length"))
                .isEqualTo("NUMBER_TYPE_MAX");
    }

    @Test
    void registering_replaces_all_and_keeps_the_ids_of_those_that_stay() {
        String first = registers("[{'name':'a','description':'d'}]")
                .body()
                .path(0)
                .path("id")
                .asText();
        RawBot.Answer second = registers("[{'name':'b','description':'d'},{'name':'a','description':'e'}]");
        assertThat(second.body().path(1).path("id").asText()).isEqualTo(first);
        assertThat(house.discord.app().commandNames()).containsExactly("b", "a");
        registers("[]");
        assertThat(house.discord.app().commandNames()).isEmpty();
    }

    @Test
    void commands_belong_to_their_own_app() {
        assertThat(house.bot.put("applications/12/commands", "[]").refusal()).isEqualTo("404 10002");
        assertThat(house.bot
                        .delete("applications/" + house.discord.app().id() + "/commands/12")
                        .refusal())
                .isEqualTo("404 10063");
    }

    @Test
    void a_guild_can_have_commands_of_its_own_where_the_bot_is() {
        Guild other = house.discord.guild("Other", house.olga);
        String path = "applications/" + house.discord.app().id() + "/guilds/%d/commands";
        String command = "[{'name':'ours','description':'d'}]";
        assertThat(house.bot.put(String.format(path, other.id()), command).refusal())
                .isEqualTo("403 50001");
        assertThat(house.bot.put(String.format(path, house.home.id()), command).status())
                .isEqualTo(200);
        house.ann.runs(house.kitchen, "/ours");
        assertThatThrownBy(() -> house.ann.runs(house.ann.directChannel(), "/ours"))
                .isInstanceOf(CannotDo.class);
    }

    @Test
    void a_command_is_offered_where_and_to_whom_it_says() {
        registers("""
                [{'name':'here','description':'d','contexts':[0]},
                 {'name':'ours','description':'d','default_member_permissions':'32'},
                 {'name':'alone','description':'d','contexts':[1]}]""");
        house.ann.runs(house.kitchen, "/here");
        assertThatThrownBy(() -> house.ann.runs(house.ann.directChannel(), "/here"))
                .isInstanceOf(CannotDo.class);
        assertThatThrownBy(() -> house.ann.runs(house.kitchen, "/alone")).isInstanceOf(CannotDo.class);
        house.ann.runs(house.ann.directChannel(), "/alone");
        assertThatThrownBy(() -> house.ann.runs(house.kitchen, "/ours")).hasMessageContaining("not offered to Ann");
        house.olga.runs(house.kitchen, "/ours");
        assertThatThrownBy(() -> house.ann.runs(house.kitchen, "/nothing")).hasMessageContaining("no command");
    }

    @Test
    void the_client_checks_options_before_it_sends() {
        house.registersCommands();
        assertThatThrownBy(() -> house.ann.runs(house.kitchen, "/turn")).hasMessageContaining("subcommand");
        assertThatThrownBy(() -> house.ann.runs(house.kitchen, "/turn stop")).hasMessageContaining("stop");
        assertThatThrownBy(() -> house.ann.runs(house.kitchen, "/turn start", Map.of("about", "x")))
                .hasMessageContaining("about");
        assertThatThrownBy(() -> house.ann.runs(house.kitchen, "/turn start", Map.of("topic", "x".repeat(81))))
                .hasMessageContaining("too long");
    }

    @Test
    void who_may_not_use_commands_is_not_offered_any() {
        house.registersCommands();
        house.kitchen.overwrite(house.ann, 0, Permission.USE_APPLICATION_COMMANDS.bit());
        assertThatThrownBy(() -> house.ann.runs(house.kitchen, "/turn start")).hasMessageContaining("may not use");
    }

    private static String options(int count, String description, int choices) {
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < count; i++) {
            StringBuilder some = new StringBuilder();
            for (int c = 0; c < choices; c++) {
                some.append(c == 0 ? "" : ",")
                        .append("{'name':'choice ")
                        .append(c)
                        .append("','value':'v")
                        .append(c);
                some.append("'}");
            }
            all.append(i == 0 ? "" : ",")
                    .append("{'type':3,'name':'o")
                    .append(i)
                    .append("','description':'");
            all.append(description).append("','choices':[").append(some).append("]}");
        }
        return "[{'name':'turn','description':'d','options':[" + all + "]}]";
    }

    private RawBot.Answer registers(String commands) {
        return house.bot.put("applications/" + house.discord.app().id() + "/commands", commands);
    }
}
