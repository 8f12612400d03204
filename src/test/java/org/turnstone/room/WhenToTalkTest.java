package org.turnstone.room;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.turnstone.floor.Circle;
import org.turnstone.floor.Conversation;
import org.turnstone.floor.Customs;
import org.turnstone.floor.Event;
import org.turnstone.floor.Person;

class WhenToTalkTest {
    private static final String ROOM = "discord/1";
    private static final Person ANA = new Person("discord:20");
    private static final Person SAM = new Person("discord:100");
    private static final Person LEE = new Person("discord:3");
    private static final Instant NOW = Instant.parse("2026-03-01T19:00:00Z");
    private static final Customs CUSTOMS = Customs.in(ZoneId.of("Europe/Dublin"));
    private static final Conversation COUPLE = Conversation.of(Circle.couple(ANA, SAM), CUSTOMS);
    private static final Conversation CIRCLE = Conversation.of(Circle.keptBy(LEE, List.of(ANA, SAM, LEE)), CUSTOMS);

    private final MemoryPeople people = new MemoryPeople();
    private Conversation here = COUPLE;
    private final WhenToTalk when = new WhenToTalk(people, room -> Optional.of(here));

    private Event.Readiness readiness(Person who, Instant at) {
        return when.readiness(ROOM, here, who, at);
    }

    @Test
    void flooded_from_eight_on_somebody_rests_for_an_hour_and_a_longer_rest_is_not_cut_short() {
        when.noteFlooding(SAM, new Input.Measures(Event.Measured.FLOODED_FROM - 1), NOW);
        assertThat(people.of(SAM).isResting(NOW)).isFalse();
        when.noteFlooding(SAM, new Input.Measures(Event.Measured.FLOODED_FROM), NOW);
        assertThat(people.of(SAM).notUntil()).contains(NOW.plus(Duration.ofHours(1)));
        Instant tomorrow = NOW.plus(Duration.ofDays(1));
        people.save(SAM, people.of(SAM).restingUntil(Optional.of(tomorrow)));
        when.noteFlooding(SAM, new Input.Measures(Event.Measured.FLOODED_FROM), NOW);
        assertThat(people.of(SAM).notUntil()).contains(tomorrow);
    }

    @Test
    void a_couple_waits_for_both_and_a_circle_for_none() {
        people.save(SAM, Manners.UNSAID.restingUntil(Optional.of(NOW.plusSeconds(1))));
        assertThat(readiness(ANA, NOW)).isEqualTo(Event.Readiness.NOT_NOW);
        assertThat(readiness(ANA, NOW.plusSeconds(1))).isEqualTo(Event.Readiness.READY);
        here = CIRCLE;
        assertThat(readiness(ANA, NOW)).isEqualTo(Event.Readiness.READY);
        assertThat(readiness(SAM, NOW)).isEqualTo(Event.Readiness.NOT_NOW);
    }

    @Test
    void two_who_are_kept_apart_do_not_meet_in_a_circle_either() {
        people.setNotBefore(WhenToTalk.pair(SAM, ANA), NOW.plusSeconds(1));
        here = CIRCLE;
        assertThat(readiness(ANA, NOW)).isEqualTo(Event.Readiness.NOT_NOW);
        assertThat(readiness(SAM, NOW)).isEqualTo(Event.Readiness.NOT_NOW);
        assertThat(readiness(LEE, NOW)).isEqualTo(Event.Readiness.READY);
        assertThat(readiness(ANA, NOW.plusSeconds(1))).isEqualTo(Event.Readiness.READY);
        here = COUPLE;
        assertThat(readiness(ANA, NOW)).as("only rooms of more than two").isEqualTo(Event.Readiness.READY);
    }

    @Test
    void two_people_have_one_date_in_whichever_order_they_are_named() {
        assertThat(WhenToTalk.pair(ANA, SAM)).isEqualTo("discord:0/20-100").isEqualTo(WhenToTalk.pair(SAM, ANA));
        assertThat(WhenToTalk.pair(LEE, ANA)).isEqualTo("discord:0/3-20").isEqualTo(WhenToTalk.pair(ANA, LEE));
    }

    @Test
    void a_date_is_the_couples_but_in_a_circle_one_persons_own_and_the_later_holds() {
        Instant week = NOW.plus(Duration.ofDays(7));
        when.notBefore(ROOM, SAM, week);
        assertThat(people.notBefore(ROOM)).contains(week);
        assertThat(people.of(SAM).notUntil()).isEmpty();
        here = CIRCLE;
        when.notBefore("circle", SAM, NOW.plusSeconds(60));
        assertThat(people.notBefore("circle")).isEmpty();
        assertThat(people.of(SAM).notUntil()).contains(NOW.plusSeconds(60));
        when.notBefore("circle", SAM, NOW.plusSeconds(30));
        assertThat(people.of(SAM).notUntil()).contains(NOW.plusSeconds(60));
        when.notBefore("circle", SAM, week);
        assertThat(people.of(SAM).notUntil()).contains(week);
    }
}
