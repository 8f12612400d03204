package org.turnstone.discord;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import net.dv8tion.jda.api.utils.TimeUtil;
import org.turnstone.floor.Circle;
import org.turnstone.floor.Conversation;
import org.turnstone.floor.Customs;
import org.turnstone.floor.Gathering;
import org.turnstone.floor.Open;
import org.turnstone.floor.Person;
import org.turnstone.room.Marks;
import org.turnstone.room.People;
import org.turnstone.room.Rooms;
import org.turnstone.room.WhenToTalk;

/**
 * Which conversation a channel holds: at most one at a time. Each two people have a room of their own in a channel, so that
 * what is owed between them waits while others talk there. Threads may share it.
 */
final class Places {
    private static final String ROOM = "room";
    private static final String LAST = "last";

    /** After so long without anything a circle no longer keeps others from talking in its channel. */
    private static final Duration CIRCLE_HOLDS = Duration.ofDays(1);

    private final Rooms rooms;
    private final Marks marks;
    private final People people;
    private final Customs customs;

    Places(Rooms rooms, Marks marks, People people, Customs customs) {
        this.rooms = rooms;
        this.marks = marks;
        this.people = people;
        this.customs = customs;
    }

    /** The room that the channel holds now. */
    Optional<String> room(long channel) {
        return marks.get(Persons.channel(channel), ROOM);
    }

    /**
     * A room of two people in a channel, opened if need be.
     *
     * @return nothing where others are talking there
     */
    Optional<String> open(String room, Person one, Person other, long since) {
        long channel = Persons.channelOf(room);
        if (isTaken(channel, room, since)) {
            return Optional.empty();
        }
        rooms.open(room, Circle.couple(one, other), customs);
        people.notBefore(WhenToTalk.pair(one, other)).ifPresent(date -> people.setNotBefore(room, date));
        holds(channel, room, since);
        return Optional.of(room);
    }

    /**
     * The room of a circle in the channel: another for each time that one is opened there.
     *
     * @return nothing where others are talking there
     */
    Optional<String> openCircle(
            long channel, Person keeper, Optional<Person> coKeeper, Gathering gathering, long since) {
        String room = Persons.circle(channel, since);
        if (isTaken(channel, room, since)) {
            return Optional.empty();
        }
        rooms.open(room, Circle.keptBy(keeper, coKeeper, gathering), customs);
        holds(channel, room, since);
        return Optional.of(room);
    }

    private boolean isTaken(long channel, String by, long since) {
        Optional<String> other = room(channel).filter(r -> !r.equals(by));
        other.filter(Persons::isCircle).ifPresent(circle -> endIfLeft(circle, since));
        return other.filter(this::isBusy).isPresent();
    }

    /** A circle that its people left without closing it does not hold its channel for ever. */
    private void endIfLeft(String circle, long since) {
        Instant now = TimeUtil.getTimeCreated(since).toInstant();
        rooms.endIfQuiet(circle, now.minus(CIRCLE_HOLDS), now);
    }

    /** The channel holds nothing any more. */
    void empties(long channel) {
        marks.remove(Persons.channel(channel), ROOM);
    }

    /** A circle that was closed goes with the next talk; what waits for its people waits on. */
    private void holds(long channel, String room, long since) {
        room(channel).filter(Persons::isCircle).filter(old -> !old.equals(room)).ifPresent(rooms::abandon);
        marks.put(Persons.channel(channel), ROOM, room);
        if (last(channel).isEmpty()) {
            heard(channel, since);
        }
    }

    private boolean isBusy(String room) {
        return rooms.conversation(room)
                .filter(c -> !(c.phase() instanceof Open))
                .isPresent();
    }

    /** Channels hold no couple's conversation of {@code person} any more. */
    void forget(Person person) {
        for (long channel : channels()) {
            if (room(channel).filter(room -> Persons.isPairs(room, person)).isPresent()) {
                marks.remove(Persons.channel(channel), ROOM);
            }
        }
    }

    /** No talk of these two can start before this date, in whichever channel; from a circle only {@code who} stays away. */
    void notBefore(String room, Person who, Instant date) {
        rooms.notBefore(room, who, date);
        rooms.conversation(room)
                .map(Conversation::circle)
                .filter(Circle::isCouple)
                .ifPresent(couple -> {
                    List<Person> two = couple.order();
                    people.setNotBefore(WhenToTalk.pair(two.get(0), two.get(1)), date);
                });
    }

    /** The last message in a channel that was taken in. */
    Optional<Long> last(long channel) {
        return marks.get(Persons.channel(channel), LAST).map(Long::valueOf);
    }

    void heard(long channel, long message) {
        marks.put(Persons.channel(channel), LAST, Long.toString(message));
    }

    /** The channels that the bot is in and that hold a conversation, or held one. */
    List<Long> channels() {
        return marks.rooms(ROOM).stream()
                .filter(channel -> marks.get(channel, ROOM)
                        .filter(room -> !Persons.isDirect(room))
                        .isPresent())
                .map(Persons::channelOf)
                .toList();
    }
}
