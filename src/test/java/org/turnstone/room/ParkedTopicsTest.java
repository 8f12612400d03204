package org.turnstone.room;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.turnstone.floor.Circle;
import org.turnstone.floor.Customs;
import org.turnstone.floor.Effect;
import org.turnstone.floor.Inviting;
import org.turnstone.floor.Move;
import org.turnstone.floor.Person;
import org.turnstone.floor.Prompt;
import org.turnstone.floor.Words;

/** A topic for another time is kept for both until it is taken up or let go, and not an hour longer. */
class ParkedTopicsTest {
    private static final String ROOM = "room";
    private static final Person ANA = new Person("ana");
    private static final Person SAM = new Person("sam");
    private static final String TOPIC = "Who brings the car to the garage";

    private final MemoryRooms store = new MemoryRooms();
    private final MemoryPeople people = new MemoryPeople();
    private final Recorder recorder = new Recorder();
    private final Rooms rooms = new Rooms(store, people, language -> new PlainEar(), recorder);
    private Instant now = Instant.parse("2026-03-01T19:00:00Z");
    private int events;

    @BeforeEach
    void a_longer_talk_begins() {
        rooms.open(ROOM, Circle.couple(ANA, SAM), Customs.in(ZoneId.of("Europe/Dublin")));
        people.save(ANA, Manners.UNSAID.setUp(now));
        people.save(SAM, Manners.UNSAID.setUp(now));
        presses(ANA, Move.ASK_LONGER);
        presses(SAM, Move.HERE);
    }

    private Taken.How does(Person who, Input input) {
        now = now.plusSeconds(5);
        return rooms.take(ROOM, "e" + ++events, who, input, now).how();
    }

    private void presses(Person who, Move move) {
        does(who, new Input.Pressed(move));
    }

    private void writes(Person who, String text) {
        does(who, new Input.Wrote(text, Optional.empty()));
    }

    private List<Words> parked() {
        return rooms.conversation(ROOM).orElseThrow().ledger().parked();
    }

    private Words parks(Person who) {
        assertThat(does(who, new Input.WroteFor(Move.PARK, TOPIC))).isEqualTo(Taken.How.MOVED);
        return parked().get(parked().size() - 1);
    }

    @Test
    void it_is_kept_for_both_while_the_talk_goes_on() {
        Words topic = parks(SAM);
        assertThat(rooms.text(topic)).contains(TOPIC);
        presses(ANA, Move.STOP);
        assertThat(rooms.text(parked().get(0))).contains(TOPIC);
    }

    @Test
    void taken_up_it_is_the_next_talks_topic_and_leaves_the_list_when_both_are_here() {
        Words topic = parks(SAM);
        presses(ANA, Move.STOP);
        assertThat(does(ANA, new Input.TakesUp(topic.ref()))).isEqualTo(Taken.How.MOVED);
        assertThat(parked()).containsExactly(topic);
        recorder.refuses(1);
        presses(SAM, Move.HERE);
        assertThat(rooms.text(topic)).as("until it has been shown").contains(TOPIC);
        rooms.wake(now.plusSeconds(600));
        assertThat(recorder.played(Effect.Post.class))
                .anyMatch(post -> post.line().prompt() == Prompt.TOPIC
                        && post.words().filter(topic::equals).isPresent());
        assertThat(parked()).isEmpty();
    }

    @Test
    void asked_about_and_turned_down_it_stays_on_the_list() {
        Words topic = parks(SAM);
        presses(ANA, Move.STOP);
        does(ANA, new Input.TakesUp(topic.ref()));
        assertThat(rooms.conversation(ROOM).orElseThrow().phase()).isInstanceOf(Inviting.class);
        presses(SAM, Move.NOT_TODAY);
        assertThat(rooms.text(parked().get(0))).contains(TOPIC);
    }

    @Test
    void either_lets_it_go_and_its_words_are_gone() {
        Words topic = parks(SAM);
        assertThat(does(ANA, new Input.LetsGo(topic.ref()))).isEqualTo(Taken.How.MOVED);
        assertThat(parked()).isEmpty();
        assertThat(rooms.text(topic)).isEmpty();
    }

    @Test
    void what_was_kept_for_a_shorter_time_leaves_the_list() {
        Words topic = parks(SAM);
        Words other = parks(ANA);
        store.forgetWords(topic.ref());
        rooms.unlistWhatIsGone(ROOM, now);
        assertThat(parked()).containsExactly(other);
    }

    @Test
    void nobody_takes_up_or_lets_go_what_is_not_on_the_list() {
        assertThat(does(ANA, new Input.TakesUp("room/e1"))).isEqualTo(Taken.How.NOTHING);
        assertThat(does(ANA, new Input.LetsGo("room/e1"))).isEqualTo(Taken.How.NOTHING);
    }

    @Test
    void the_list_holds_eight_and_says_so() {
        for (int i = 0; i < 8; i++) {
            parks(i % 2 == 0 ? ANA : SAM);
        }
        does(ANA, new Input.WroteFor(Move.PARK, "a ninth"));
        assertThat(parked()).hasSize(8);
        assertThat(store.texts()).doesNotContain("a ninth");
        assertThat(recorder.played(Effect.Whisper.class))
                .anyMatch(w -> w.lines().get(0).prompt() == Prompt.PARKED_FULL);
    }

    @Test
    void what_was_missing_is_parked_with_its_words_and_forgotten_where_it_was_heard_after_all() {
        saysWhatIsMissing("Foolish, in front of everyone");
        assertThat(store.texts()).contains("Foolish, in front of everyone");
        presses(SAM, Move.REPLY_DONE);
        presses(ANA, Move.NOT_QUITE);
        assertThat(rooms.text(parked().get(0))).contains("Foolish, in front of everyone");

        presses(ANA, Move.STOP);
        does(ANA, new Input.LetsGo(parked().get(0).ref()));
        presses(ANA, Move.ASK_LONGER);
        presses(SAM, Move.HERE);
        saysWhatIsMissing("Small, too");
        presses(SAM, Move.REPLY_DONE);
        presses(ANA, Move.THATS_IT);
        assertThat(parked()).isEmpty();
        assertThat(store.texts()).isEmpty();
    }

    private void saysWhatIsMissing(String words) {
        writes(ANA, "I felt foolish waiting there.");
        presses(ANA, Move.PASS);
        writes(SAM, "You were annoyed.");
        presses(SAM, Move.REPLY_DONE);
        presses(ANA, Move.NOT_QUITE);
        writes(ANA, words);
        writes(SAM, "You were cross with me, then.");
    }
}
