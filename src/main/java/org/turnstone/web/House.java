package org.turnstone.web;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.turnstone.floor.Customs;
import org.turnstone.practice.Situations;
import org.turnstone.room.Ear;
import org.turnstone.room.Holdings;
import org.turnstone.room.Marks;
import org.turnstone.room.Neighbours;
import org.turnstone.room.Notes;
import org.turnstone.room.People;
import org.turnstone.room.RoomStore;
import org.turnstone.room.RoomText;
import org.turnstone.room.Rooms;
import org.turnstone.room.Scribe;
import org.turnstone.room.Tallies;

/**
 * Everything that web rooms are built on.
 *
 * @param store for words that wait for their writer's turn: to show them to that writer, and to let them go
 * @param holdings what is held of one person, to hand it over and to erase it
 * @param ears for reading drafts; one for each language tag
 * @param situations to practise with; a set for each language tag
 * @param customs of rooms that are opened here
 * @param language the tag of the language that rooms begin in
 * @param languages the tags of those that are installed
 * @param keep how long a room's text is kept where its people have not chosen
 * @param neighbours other processes, in which others of the same room may have their page open
 * @param notBefore how long no talk can start once somebody said at set-up that this is not for them
 */
public record House(
        Rooms rooms,
        RoomStore store,
        RoomText text,
        Notes notes,
        Marks marks,
        People people,
        Tallies tallies,
        Holdings holdings,
        Function<String, Ear> ears,
        Function<String, Situations> situations,
        Scribe scribe,
        Customs customs,
        String language,
        Supplier<List<String>> languages,
        Keep keep,
        Neighbours neighbours,
        Duration notBefore,
        Clock clock) {}
