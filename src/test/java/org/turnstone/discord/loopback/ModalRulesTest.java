package org.turnstone.discord.loopback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a modal may be, and how a person fills it in. */
class ModalRulesTest {
    private static final String WORDS =
            "{'type':18,'label':'In your words','component':{'type':4,'custom_id':'words','style':2,'max_length':20}}";

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
    void a_modal_has_1_to_5_components() {
        assertThat(opens("").at("data.components")).isEqualTo("BASE_TYPE_BAD_LENGTH");
        assertThat(opens(WORDS).status()).isEqualTo(204);
        assertThat(opens(texts(5)).status()).isEqualTo(204);
        assertThat(opens(texts(6)).at("data.components")).isEqualTo("BASE_TYPE_BAD_LENGTH");
    }

    @Test
    void its_title_has_at_most_45_characters_and_its_id_100() {
        assertThat(opens("t".repeat(45), "m".repeat(100), WORDS).status()).isEqualTo(204);
        assertThat(opens("t".repeat(46), "m", WORDS).at("data.title")).isEqualTo("BASE_TYPE_BAD_LENGTH");
        assertThat(opens("", "m", WORDS).at("data.title")).isEqualTo("BASE_TYPE_BAD_LENGTH");
        assertThat(opens("t", "m".repeat(101), WORDS).at("data.custom_id")).isEqualTo("BASE_TYPE_BAD_LENGTH");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'type':2,'style':1,'label':'b','custom_id':'b'} | data.components.0.type",
                "{'type':18,'label':'l'} | data.components.0.component",
                "{'type':18,'label':'l','component':{'type':2,'style':1,'label':'b','custom_id':'b'}} | data.components.0.component.type",
                "{'type':18,'label':'0123456789012345678901234567890123456789012345','component':{'type':4,'style':1,'custom_id':'a'}} | data.components.0.label",
                "{'type':18,'label':'l','component':{'type':4,'style':1}} | data.components.0.component.custom_id",
                "{'type':18,'label':'l','component':{'type':4,'style':3,'custom_id':'a'}} | data.components.0.component.style",
                "{'type':18,'label':'l','component':{'type':4,'style':1,'custom_id':'a','max_length':4001}} | data.components.0.component.max_length",
                "{'type':18,'label':'l','component':{'type':4,'style':1,'custom_id':'a','min_length':9,'max_length':8}} | data.components.0.component.min_length",
                "{'type':18,'label':'l','component':{'type':21,'custom_id':'a','options':[{'label':'x','value':'x'}]}} | data.components.0.component.options",
                "{'type':18,'label':'l','component':{'type':22,'custom_id':'a','options':[]}} | data.components.0.component.options",
                "{'type':18,'label':'l','component':{'type':3,'custom_id':'a','options':[]}} | data.components.0.component.options",
                "{'type':18,'label':'l','component':{'type':3,'custom_id':'a','disabled':true,'options':[{'label':'x','value':'x'}]}} | data.components.0.component.disabled",
                "{'type':18,'label':'l','component':{'type':3,'custom_id':'a','min_values':0,'options':[{'label':'x','value':'x'}]}} | data.components.0.component.min_values",
                "{'type':1,'components':[{'type':3,'custom_id':'a','options':[]}]} | data.components.0.components.0.type",
                "{'type':1,'components':[]} | data.components.0.components",
                "{'type':1,'components':[{'type':4,'style':1,'custom_id':'a'}]} | data.components.0.components.0.label",
                "{'type':10,'content':''} | data.components.0.content",
                "{'type':18,'label':'l','component':{'type':4,'style':1,'custom_id':'a','min_length':-1}} | data.components.0.component.min_length",
                "{'type':18,'label':'l','component':{'type':4,'style':1,'custom_id':'a','max_length':2,'value':'abc'}} | data.components.0.component.value",
                "{'type':18,'label':'l','component':{'type':22,'custom_id':'a','max_values':11,'options':[{'label':'x','value':'x'}]}} | data.components.0.component.max_values",
            })
    void a_part_that_is_not_as_it_must_be_is_named(String component, String field) {
        RawBot.Answer answer = opens(component);
        assertThat(answer.refusal()).isEqualTo("400 50035");
        assertThat(answer.at(field)).as("%s", answer.body()).isNotEmpty();
    }

    @Test
    void a_description_and_a_hint_have_at_most_100_characters() {
        String label = "{'type':18,'label':'l','description':'%s','component':"
                + "{'type':4,'custom_id':'a','style':1,'placeholder':'%s'}}";
        String hundred = "x".repeat(100);
        assertThat(opens(String.format(label, hundred, hundred)).status()).isEqualTo(204);
        RawBot.Answer answer = opens(String.format(label, hundred + "x", hundred + "x"));
        assertThat(answer.at("data.components.0.description")).isEqualTo("BASE_TYPE_MAX_LENGTH");
        assertThat(answer.at("data.components.0.component.placeholder")).isEqualTo("BASE_TYPE_MAX_LENGTH");
    }

    @Test
    void a_custom_id_stands_once() {
        assertThat(opens(WORDS + "," + WORDS).at("data.components.1.component.custom_id"))
                .isEqualTo("COMPONENT_CUSTOM_ID_DUPLICATED");
    }

    @Test
    void a_modal_is_not_answered_by_a_modal() {
        Interaction submit = house.ann.submits(open(WORDS), Map.of("words", "hello"));
        assertThat(house.answers(submit, modal("t", "m", WORDS)).at("type")).isEqualTo("BASE_TYPE_CHOICES");
    }

    @Test
    void the_bot_gets_each_value_as_its_component_gives_it() {
        OpenModal modal = open(WORDS
                + ",{'type':10,'content':'A word in between'}"
                + ",{'type':18,'label':'Flooded?','component':{'type':3,'custom_id':'flood','options':"
                + "[{'label':'calm','value':'0'},{'label':'flooded','value':'10'}]}}"
                + ",{'type':18,'label':'Afraid?','component':{'type':21,'custom_id':'afraid','options':"
                + "[{'label':'No','value':'no'},{'label':'Yes','value':'yes'}]}}"
                + ",{'type':18,'label':'Agreed','component':{'type':23,'custom_id':'agreed'}}");
        Interaction submit = house.ann.submits(
                modal, Map.of("In your words", "hello", "flood", "flooded", "afraid", "Yes", "agreed", true));
        var data = submit.json().path("data");
        assertThat(data.at("/components/0/component/value").asText()).isEqualTo("hello");
        assertThat(data.at("/components/1/type").asInt()).isEqualTo(10);
        assertThat(data.at("/components/2/component/values/0").asText()).isEqualTo("10");
        assertThat(data.at("/components/3/component/value").asText()).isEqualTo("yes");
        assertThat(data.at("/components/4/component/value").asBoolean()).isTrue();
    }

    @Test
    void the_client_checks_before_it_sends() {
        OpenModal modal = open(WORDS);
        assertThatThrownBy(() -> house.ann.submits(modal, Map.of())).hasMessageContaining("must be filled in");
        assertThatThrownBy(() -> house.ann.submits(modal, Map.of("words", "w".repeat(21))))
                .hasMessageContaining("0 to 20");
        assertThatThrownBy(() -> house.ann.submits(modal, Map.of("word", "w"))).hasMessageContaining("no field");
        assertThatThrownBy(() -> house.ben.submits(modal, Map.of("words", "w"))).hasMessageContaining("Ann");
        OpenModal group = open("{'type':18,'label':'Days','component':{'type':22,'custom_id':'days','max_values':1,"
                + "'options':[{'label':'Mon','value':'1'},{'label':'Tue','value':'2'}]}}");
        assertThatThrownBy(() -> house.ann.submits(group, Map.of("days", List.of("Mon", "Tue"))))
                .hasMessageContaining("1 to 1");
        assertThatThrownBy(() -> house.ann.submits(group, Map.of("days", "Wed")))
                .hasMessageContaining("Wed");
    }

    private OpenModal open(String components) {
        Interaction command = house.ann.runs(house.kitchen, "/turn start");
        assertThat(house.answers(command, modal("t", "m", components)).body()).isEmpty();
        return command.awaitModal();
    }

    private RawBot.Answer opens(String components) {
        return opens("t", "m", components);
    }

    private RawBot.Answer opens(String title, String id, String components) {
        return house.answers(house.ann.runs(house.kitchen, "/turn start"), modal(title, id, components));
    }

    private static String modal(String title, String id, String components) {
        return "{'type':9,'data':{'title':'" + title + "','custom_id':'" + id + "','components':[" + components + "]}}";
    }

    private static String texts(int count) {
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < count; i++) {
            all.append(i == 0 ? "" : ",").append("{'type':10,'content':'x'}");
        }
        return all.toString();
    }
}
