package org.turnstone.discord;

import java.util.Optional;
import java.util.function.Supplier;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.requests.ErrorResponse;
import net.dv8tion.jda.api.requests.Route;
import net.dv8tion.jda.api.utils.data.DataArray;
import net.dv8tion.jda.api.utils.data.DataObject;
import net.dv8tion.jda.internal.requests.RestActionImpl;
import org.turnstone.room.NotPlayed;

/**
 * What channels say of single members, asked of Discord and told to it. JDA's own copy is not enough: it follows by events,
 * which may be late, and what is restored must be what was there. Members who have left are reached as well. Threads may
 * share it.
 */
final class Overwrites {
    private static final Route PUT = Route.put("channels/{channel_id}/permissions/{overwrite_id}");
    private static final Route DELETE = Route.delete("channels/{channel_id}/permissions/{overwrite_id}");

    /** The wire's number for a member's overwrite, where a role's is 0. */
    private static final int MEMBER = 1;

    private final Supplier<JDA> jda;

    Overwrites(Supplier<JDA> jda) {
        this.jda = jda;
    }

    /**
     * What {@code channel} says of {@code user} now; empty where it says nothing.
     *
     * @throws NotPlayed where Discord does not tell
     */
    Optional<Overwrite> of(long channel, long user) {
        DataArray all = Rest.channel(jda.get(), channel)
                .optArray("permission_overwrites")
                .orElseGet(DataArray::empty);
        for (int i = 0; i < all.length(); i++) {
            DataObject one = all.getObject(i);
            if (one.getInt("type") == MEMBER && one.getLong("id") == user) {
                return Optional.of(new Overwrite(one.getLong("allow"), one.getLong("deny")));
            }
        }
        return Optional.empty();
    }

    /** @throws NotPlayed where Discord does not take it */
    void put(long channel, long user, Overwrite overwrite) {
        DataObject body = DataObject.empty()
                .put("type", MEMBER)
                .put("allow", "" + overwrite.allow())
                .put("deny", "" + overwrite.deny());
        Rest.await(new RestActionImpl<Void>(jda.get(), PUT.compile("" + channel, "" + user), body));
    }

    /**
     * The channel says nothing of {@code user} any more.
     *
     * @throws NotPlayed where Discord does not take it
     */
    void remove(long channel, long user) {
        try {
            Rest.await(new RestActionImpl<Void>(jda.get(), DELETE.compile("" + channel, "" + user)));
        } catch (NotPlayed e) {
            if (!Rest.is(e, ErrorResponse.UNKNOWN_OVERRIDE)) {
                throw e;
            }
        }
    }
}
