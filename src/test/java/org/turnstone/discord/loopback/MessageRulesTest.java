package org.turnstone.discord.loopback;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a message may say. */
class MessageRulesTest {
    private static final String FORM = "400 50035";

    private final Household house = Household.talking();

    @AfterEach
    void stop() {
        house.close();
    }

    @Test
    void content_of_2000_characters_is_taken_and_of_2001_refused() {
        assertThat(house.says("{'content':'" + "a".repeat(2000) + "'}").status())
                .isEqualTo(200);
        RawBot.Answer answer = house.says("{'content':'" + "a".repeat(2001) + "'}");
        assertThat(answer.refusal()).isEqualTo(FORM);
        assertThat(answer.at("content")).isEqualTo("BASE_TYPE_MAX_LENGTH");
    }

    @Test
    void characters_are_counted_as_code_points() {
        assertThat(house.says("{'content':'" + "\ud83d\ude42".repeat(2000) + "'}")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void a_message_of_nothing_or_of_spaces_is_empty() {
        assertThat(house.says("{}").refusal()).isEqualTo("400 50006");
        assertThat(house.says("{'content':'  \\n '}").refusal()).isEqualTo("400 50006");
    }

    @Test
    void a_broken_body_is_no_json() {
        assertThat(house.says("{'content':").refusal()).isEqualTo("400 50109");
    }

    @Test
    void a_nonce_has_at_most_25_characters() {
        assertThat(house.says("{'content':'a','nonce':'" + "n".repeat(25) + "'}")
                        .status())
                .isEqualTo(200);
        assertThat(house.says("{'content':'a','nonce':'" + "n".repeat(26) + "'}")
                        .at("nonce"))
                .isEqualTo("BASE_TYPE_MAX_LENGTH");
    }

    @Test
    void nothing_is_ephemeral_outside_an_interaction() {
        RawBot.Answer answer = house.says("{'content':'psst','flags':64}");
        assertThat(answer.refusal()).isEqualTo(FORM);
        assertThat(answer.at("flags")).isNotEmpty();
        assertThat(house.ben.sees()).isEmpty();
    }

    @Test
    void an_edit_cannot_empty_a_message() {
        String path = posted("{'content':'a'}");
        assertThat(house.bot.patch(path, "{'content':''}").refusal()).isEqualTo("400 50006");
        assertThat(house.bot.patch(path, "{'content':'b'}").status()).isEqualTo(200);
    }

    @Test
    void what_is_answered_must_exist_unless_told_otherwise() {
        String reply = "{'content':'a','message_reference':{'message_id':'12'%s}}";
        assertThat(house.says(String.format(reply, "")).at("message_reference"))
                .isEqualTo("MESSAGE_REFERENCE_UNKNOWN_MESSAGE");
        assertThat(house.says(String.format(reply, ",'fail_if_not_exists':false"))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void others_messages_cannot_be_edited() {
        Post post = house.ann.says(house.kitchen, "mine");
        String path = "channels/" + house.kitchen.id() + "/messages/" + post.id();
        assertThat(house.bot.patch(path, "{'content':'yours'}").refusal()).isEqualTo("403 50005");
    }

    @Test
    void what_does_not_exist_is_unknown() {
        assertThat(house.bot.get("channels/12").refusal()).isEqualTo("404 10003");
        String none = "channels/" + house.kitchen.id() + "/messages/12";
        assertThat(house.bot.get(none).refusal()).isEqualTo("404 10008");
        assertThat(house.bot.patch(none, "{'content':'a'}").refusal()).isEqualTo("404 10008");
        assertThat(house.bot.delete(none).refusal()).isEqualTo("404 10008");
        assertThat(house.bot.get("nothing/here").refusal()).isEqualTo("404 0");
    }

    @Test
    void a_wrong_token_is_unauthorized() {
        RawBot stranger = new RawBot(house.discord, "nonsense");
        assertThat(stranger.get("users/@me").refusal()).isEqualTo("401 0");
        String old = house.discord.app().token();
        house.discord.app().resetToken();
        assertThat(new RawBot(house.discord, old).get("users/@me").refusal()).isEqualTo("401 0");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'type':2,'style':1,'label':'ok','custom_id':'a'}                      | components.0.type",
                "{'type':1,'components':[]}                                             | components.0.components",
                "{'type':10,'content':'text needs the flag'}                            | components.0.type",
                "{'type':99}                                                            | components.0.type",
                "{'type':1,'components':[{'type':2,'style':1,'label':'ok'}]}            | components.0.components.0.custom_id",
                "{'type':1,'components':[{'type':2,'style':1,'custom_id':'a'}]}         | components.0.components.0",
                "{'type':1,'components':[{'type':2,'style':9,'label':'b','custom_id':'a'}]} | components.0.components.0.style",
                "{'type':1,'components':[{'type':2,'style':5,'label':'b'}]}             | components.0.components.0.url",
                "{'type':1,'components':[{'type':2,'style':5,'label':'b','url':'http://a','custom_id':'a'}]} | components.0.components.0",
                "{'type':1,'components':[{'type':4,'style':1,'custom_id':'a'}]}         | components.0.components.0.type",
                "{'type':1,'components':[{'type':3,'custom_id':'a','options':[]}]}      | components.0.components.0.options",
            })
    void a_component_that_is_not_as_it_must_be_is_named(String component, String field) {
        RawBot.Answer answer = house.says("{'content':'a','components':[" + component + "]}");
        assertThat(answer.refusal()).isEqualTo(FORM);
        assertThat(answer.at(field)).as("%s", answer.body()).isNotEmpty();
    }

    @Test
    void a_button_has_at_most_80_characters_and_an_id_of_100() {
        assertThat(buttons(button("l".repeat(80), "i".repeat(100))).status()).isEqualTo(200);
        assertThat(buttons(button("l".repeat(81), "a")).at("components.0.components.0.label"))
                .isEqualTo("BASE_TYPE_MAX_LENGTH");
        assertThat(buttons(button("l", "i".repeat(101))).at("components.0.components.0.custom_id"))
                .isEqualTo("BASE_TYPE_BAD_LENGTH");
        assertThat(buttons(button("l", "")).at("components.0.components.0.custom_id"))
                .isEqualTo("BASE_TYPE_BAD_LENGTH");
    }

    @Test
    void a_custom_id_stands_once_in_a_message() {
        assertThat(buttons(button("a", "same"), button("b", "same")).at("components.0.components.1.custom_id"))
                .isEqualTo("COMPONENT_CUSTOM_ID_DUPLICATED");
    }

    @Test
    void a_row_has_5_buttons_and_a_message_5_rows() {
        assertThat(buttons(button("1", "1"), button("2", "2"), button("3", "3"), button("4", "4"), button("5", "5"))
                        .status())
                .isEqualTo(200);
        assertThat(buttons(
                                button("1", "1"),
                                button("2", "2"),
                                button("3", "3"),
                                button("4", "4"),
                                button("5", "5"),
                                button("6", "6"))
                        .at("components.0.components"))
                .isEqualTo("BASE_TYPE_BAD_LENGTH");
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < 6; i++) {
            rows.append(i == 0 ? "" : ",").append(row(button("b", "b" + i)));
        }
        assertThat(house.says("{'content':'a','components':[" + rows + "]}").at("components"))
                .isEqualTo("BASE_TYPE_BAD_LENGTH");
    }

    @Test
    void a_menu_stands_alone_in_its_row_and_has_at_most_25_options_that_differ() {
        assertThat(buttons(menu(25)).status()).isEqualTo(200);
        assertThat(buttons(menu(26)).at("components.0.components.0.options")).isEqualTo("BASE_TYPE_BAD_LENGTH");
        assertThat(buttons(menu(2), button("a", "b")).at("components.0.components"))
                .isEqualTo("COMPONENT_LAYOUT_WIDTH_EXCEEDED");
        String twice = "{'type':3,'custom_id':'m','options':[{'label':'a','value':'x'},{'label':'b','value':'x'}]}";
        assertThat(buttons(twice).at("components.0.components.0.options.1.value"))
                .isEqualTo("COMPONENT_SELECT_OPTION_VALUE_DUPLICATED");
        String few = "{'type':3,'custom_id':'m','min_values':2,'max_values':1,'options':[{'label':'a','value':'x'}]}";
        assertThat(buttons(few).at("components.0.components.0.min_values")).isNotEmpty();
    }

    @Test
    void with_the_components_flag_there_is_no_content_and_no_embed() {
        String text = "'flags':32768,'components':[{'type':10,'content':'hello'}]";
        assertThat(house.says("{" + text + "}").status()).isEqualTo(200);
        assertThat(house.says("{'content':'a'," + text + "}").at("content"))
                .isEqualTo("MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2");
        assertThat(house.says("{'embeds':[{'title':'a'}]," + text + "}").at("embeds"))
                .isEqualTo("MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2");
        assertThat(house.says("{'flags':32768}").refusal()).isEqualTo("400 50006");
    }

    @Test
    void a_message_has_at_most_40_components_counted_inside_each_other() {
        assertThat(house.says("{'flags':32768,'components':[" + texts(40, 1) + "]}")
                        .status())
                .isEqualTo(200);
        assertThat(house.says("{'flags':32768,'components':[{'type':17,'components':[" + texts(40, 1) + "]}]}")
                        .at("components"))
                .isEqualTo("COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED");
    }

    @Test
    void the_text_of_all_components_has_at_most_4000_characters() {
        assertThat(house.says("{'flags':32768,'components':[" + texts(2, 2000) + "]}")
                        .status())
                .isEqualTo(200);
        assertThat(house.says("{'flags':32768,'components':[" + texts(2, 2001) + "]}")
                        .at("components"))
                .isEqualTo("COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED");
    }

    @Test
    void the_components_flag_can_be_set_by_an_edit_but_never_unset() {
        String path = posted("{'content':'a'}");
        String text = "'components':[{'type':10,'content':'hello'}]";
        assertThat(house.bot.patch(path, "{'flags':32768," + text + "}").at("content"))
                .as("the old content must be emptied in the same edit")
                .isEqualTo("MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2");
        assertThat(house.bot
                        .patch(path, "{'content':null,'flags':32768," + text + "}")
                        .status())
                .isEqualTo(200);
        assertThat(house.bot.patch(path, "{" + text + "}").status()).isEqualTo(200);
        assertThat(house.bot.patch(path, "{'flags':0,'components':[]}").at("flags"))
                .isNotEmpty();
    }

    @Test
    void a_component_id_stands_once_and_missing_ones_are_given() {
        String two = "[{'type':10,'id':2,'content':'a'},{'type':10,'content':'b'}]";
        RawBot.Answer answer = house.says("{'flags':32768,'components':" + two + "}");
        assertThat(answer.body().path("components").path(0).path("id").asInt()).isEqualTo(2);
        assertThat(answer.body().path("components").path(1).path("id").asInt()).isEqualTo(1);
        assertThat(house.says("{'flags':32768,'components':"
                                + two.replace("'type':10,'content'", "'type':10,'id':2,'content'") + "}")
                        .at("components.1.id"))
                .isEqualTo("COMPONENT_ID_DUPLICATED");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'type':9,'components':[],'accessory':{'type':2,'style':1,'label':'l','custom_id':'a'}} | components.0.components",
                "{'type':9,'components':[{'type':10,'content':'t'}]} | components.0.accessory",
                "{'type':9,'components':[{'type':10,'content':'t'}],'accessory':{'type':10,'content':'t'}} | components.0.accessory.type",
                "{'type':10,'content':''} | components.0.content",
                "{'type':12,'items':[]} | components.0.items",
                "{'type':12,'items':[{}]} | components.0.items.0.media.url",
                "{'type':13} | components.0.media.url",
                "{'type':14,'spacing':3} | components.0.spacing",
                "{'type':17,'components':[]} | components.0.components",
                "{'type':17,'components':[{'type':17,'components':[]}]} | components.0.components.0.type",
            })
    void a_part_of_a_card_that_is_not_as_it_must_be_is_named(String component, String field) {
        RawBot.Answer answer = house.says("{'flags':32768,'components':[" + component + "]}");
        assertThat(answer.refusal()).isEqualTo(FORM);
        assertThat(answer.at(field)).as("%s", answer.body()).isNotEmpty();
    }

    @Test
    void a_link_has_at_most_512_characters() {
        String link = "{'type':2,'style':5,'label':'l','url':'http://127.0.0.1/%s'}";
        assertThat(buttons(String.format(link, "x")).status()).isEqualTo(200);
        assertThat(buttons(String.format(link, "x".repeat(512))).at("components.0.components.0.url"))
                .isEqualTo("BASE_TYPE_MAX_LENGTH");
    }

    @Test
    void a_menus_hint_has_150_characters_and_an_options_texts_100() {
        String option = "{'label':'%s','value':'%s','description':'%s'}";
        String menu = "{'type':3,'custom_id':'m','placeholder':'%s','options':[" + option + "]}";
        String hundred = "x".repeat(100);
        assertThat(buttons(String.format(menu, "p".repeat(150), hundred, hundred, hundred))
                        .status())
                .isEqualTo(200);
        RawBot.Answer answer =
                buttons(String.format(menu, "p".repeat(151), hundred + "x", hundred + "x", hundred + "x"));
        String at = "components.0.components.0";
        assertThat(answer.at(at + ".placeholder")).isEqualTo("BASE_TYPE_MAX_LENGTH");
        assertThat(answer.at(at + ".options.0.label")).isEqualTo("BASE_TYPE_BAD_LENGTH");
        assertThat(answer.at(at + ".options.0.value")).isEqualTo("BASE_TYPE_BAD_LENGTH");
        assertThat(answer.at(at + ".options.0.description")).isEqualTo("BASE_TYPE_MAX_LENGTH");
    }

    @Test
    void of_a_menu_0_to_25_can_be_chosen_and_no_more_preselected() {
        String menu = "{'type':3,'custom_id':'m','min_values':%d,'max_values':%d,'options':["
                + "{'label':'a','value':'a','default':true},{'label':'b','value':'b','default':true}]}";
        String at = "components.0.components.0";
        assertThat(buttons(String.format(menu, 0, 2)).status()).isEqualTo(200);
        assertThat(buttons(String.format(menu, -1, 2)).at(at + ".min_values")).isEqualTo("NUMBER_TYPE_MIN");
        assertThat(buttons(String.format(menu, 0, 26)).at(at + ".max_values")).isEqualTo("NUMBER_TYPE_MAX");
        assertThat(buttons(String.format(menu, 0, 1)).at(at + ".options")).isEqualTo("SELECT_TOO_MANY_DEFAULTS");
    }

    @Test
    void words_must_be_words_and_a_nonce_words_or_a_whole_number() {
        assertThat(house.says("{'content':['a']}").at("content")).isEqualTo("STRING_TYPE_CONVERT");
        assertThat(house.says("{'content':'a','nonce':7}").status()).isEqualTo(200);
        assertThat(house.says("{'content':'a','nonce':[7]}").at("nonce")).isEqualTo("NONCE_TYPE");
    }

    @Test
    void embeds_have_limits_of_their_own() {
        String[] fields = new String[26];
        Arrays.fill(fields, "{'name':'n','value':'v'}");
        assertThat(house.says("{'embeds':[{'fields':[" + String.join(",", fields) + "]}]}")
                        .at("embeds.0.fields"))
                .isEqualTo("BASE_TYPE_BAD_LENGTH");
        String[] embeds = new String[11];
        Arrays.fill(embeds, "{'title':'t'}");
        assertThat(house.says("{'embeds':[" + String.join(",", embeds) + "]}").at("embeds"))
                .isEqualTo("BASE_TYPE_BAD_LENGTH");

        assertThat(house.says("{'embeds':[{'title':'" + "t".repeat(257) + "'}]}")
                        .at("embeds.0.title"))
                .isEqualTo("BASE_TYPE_MAX_LENGTH");
        String full = "{'description':'" + "d".repeat(3001) + "'}";
        assertThat(house.says("{'embeds':[" + full + "," + full + "]}").at("embeds"))
                .isEqualTo("MAX_EMBED_SIZE_EXCEEDED");
    }

    private String posted(String json) {
        return "channels/" + house.kitchen.id() + "/messages/"
                + house.says(json).body().path("id").asText();
    }

    private RawBot.Answer buttons(String... components) {
        return house.says("{'content':'a','components':[" + row(components) + "]}");
    }

    private static String row(String... components) {
        return "{'type':1,'components':[" + String.join(",", components) + "]}";
    }

    private static String button(String label, String id) {
        return "{'type':2,'style':1,'label':'" + label + "','custom_id':'" + id + "'}";
    }

    private static String menu(int options) {
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < options; i++) {
            all.append(i == 0 ? "" : ",")
                    .append("{'label':'l','value':'")
                    .append(i)
                    .append("'}");
        }
        return "{'type':3,'custom_id':'m','options':[" + all + "]}";
    }

    private static String texts(int count, int length) {
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < count; i++) {
            all.append(i == 0 ? "" : ",")
                    .append("{'type':10,'content':'")
                    .append("x".repeat(length))
                    .append("'}");
        }
        return all.toString();
    }
}
