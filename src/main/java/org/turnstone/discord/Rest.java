package org.turnstone.discord;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import net.dv8tion.jda.api.exceptions.InsufficientPermissionException;
import net.dv8tion.jda.api.requests.ErrorResponse;
import net.dv8tion.jda.api.requests.RestAction;
import net.dv8tion.jda.api.requests.Route;
import net.dv8tion.jda.api.utils.data.DataObject;
import net.dv8tion.jda.internal.requests.RestActionImpl;
import org.turnstone.room.NotPlayed;

/** Waits for Discord's answer to a request, with an end to the patience. Stateless; may be shared. */
final class Rest {
    private static final int PATIENCE_SECONDS = 30;
    private static final Route CHANNEL = Route.get("channels/{channel_id}");

    private Rest() {}

    /**
     * Sends the request and gives the answer. Never on a thread of JDA's own.
     *
     * @throws NotPlayed where Discord refused or did not answer; it says why, without what was sent
     */
    static <T> T await(RestAction<T> action) {
        CompletableFuture<T> answer = action.submit();
        try {
            return answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw refused(e.getCause());
        } catch (CancellationException e) {
            // So ends what follows an answer that Discord did not take.
            throw refused(e);
        } catch (TimeoutException e) {
            // Or it might still be sent when something else has been asked for meanwhile.
            answer.cancel(true);
            throw new NotPlayed("Discord did not answer within " + PATIENCE_SECONDS + " s", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotPlayed("stopping", e);
        }
    }

    /**
     * What Discord says of a channel now. JDA's own copy follows by events, which may be late, and lacks what no shard here sees.
     *
     * @throws NotPlayed where Discord does not tell
     */
    static DataObject channel(JDA jda, long id) {
        return await(new RestActionImpl<>(jda, CHANNEL.compile("" + id), (answer, request) -> answer.getObject()));
    }

    private static NotPlayed refused(Throwable cause) {
        if (cause instanceof ErrorResponseException e) {
            return new NotPlayed("Discord answered " + e.getErrorCode() + " " + e.getErrorResponse(), e);
        }
        return new NotPlayed("Discord could not be reached: " + name(cause), cause);
    }

    /** Whether {@code e} is Discord's refusal for this reason. */
    static boolean is(NotPlayed e, ErrorResponse reason) {
        return e.getCause() instanceof ErrorResponseException error && error.getErrorResponse() == reason;
    }

    /** What went wrong, without anything that somebody wrote. */
    static String name(Throwable e) {
        if (e instanceof InsufficientPermissionException missing) {
            return "the permission " + missing.getPermission().getName() + " is missing";
        }
        return e instanceof NotPlayed ? e.getMessage() : e.getClass().getName();
    }
}
