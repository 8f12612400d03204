package org.turnstone.store;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.jsontype.NamedType;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.List;
import org.turnstone.floor.Conversation;
import org.turnstone.floor.Effect;
import org.turnstone.floor.Paused;
import org.turnstone.floor.Person;
import org.turnstone.floor.Phase;
import org.turnstone.room.Manners;

/**
 * Conversations, effects and manners as JSON, and back. The core knows nothing of this: names are added from outside. What
 * was once stored must read for ever: {@code src/test/stored} holds examples of each version. Threads may share it.
 */
final class FloorJson {
    /** A list that an older version did not know yet has nothing in it. */
    private static final JsonSetter.Value ABSENT_IS_EMPTY = JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY);

    private static final ObjectMapper JSON = mapper();

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
    private interface Named {}

    private abstract static class FromId {
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        FromId(String id) {}

        @JsonValue
        abstract String id();
    }

    private FloorJson() {}

    private static ObjectMapper mapper() {
        JsonMapper mapper = JsonMapper.builder()
                .addModule(new Jdk8Module())
                .addModule(new JavaTimeModule())
                .visibility(PropertyAccessor.GETTER, Visibility.NONE)
                .visibility(PropertyAccessor.IS_GETTER, Visibility.NONE)
                .visibility(PropertyAccessor.FIELD, Visibility.ANY)
                .disable(
                        SerializationFeature.WRITE_DATES_AS_TIMESTAMPS,
                        SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .defaultPropertyInclusion(
                        JsonInclude.Value.construct(JsonInclude.Include.NON_ABSENT, JsonInclude.Include.NON_ABSENT))
                .withConfigOverride(List.class, lists -> lists.setSetterInfo(ABSENT_IS_EMPTY))
                .addMixIn(Phase.class, Named.class)
                .addMixIn(Effect.class, Named.class)
                .addMixIn(Paused.Back.class, Named.class)
                .addMixIn(Person.class, FromId.class)
                .build();
        register(mapper, Phase.class);
        register(mapper, Effect.class);
        register(mapper, Paused.Back.class);
        return mapper;
    }

    private static void register(ObjectMapper mapper, Class<?> sealed) {
        for (Class<?> type : sealed.getPermittedSubclasses()) {
            if (type.isSealed()) {
                register(mapper, type);
            } else {
                mapper.registerSubtypes(new NamedType(type, type.getSimpleName()));
            }
        }
    }

    static String write(Conversation conversation) {
        return writeAny(conversation);
    }

    static Conversation conversation(String json) {
        return read(json, Conversation.class);
    }

    static String write(Effect effect) {
        try {
            return JSON.writerFor(Effect.class).writeValueAsString(effect);
        } catch (JsonProcessingException e) {
            throw new StoreProblem("An effect could not be written: " + e.getOriginalMessage(), e);
        }
    }

    static Effect effect(String json) {
        return read(json, Effect.class);
    }

    static String write(Manners manners) {
        return writeAny(manners);
    }

    static Manners manners(String json) {
        return read(json, Manners.class);
    }

    private static String writeAny(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new StoreProblem("A record could not be written: " + e.getOriginalMessage(), e);
        }
    }

    private static <T> T read(String json, Class<T> type) {
        try {
            return JSON.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new StoreProblem(
                    "A stored " + type.getSimpleName() + " does not read (" + e.getOriginalMessage()
                            + "). Was the database written by a newer version? Then run that version.",
                    e);
        }
    }
}
