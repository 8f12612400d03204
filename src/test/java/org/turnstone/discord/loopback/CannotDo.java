package org.turnstone.discord.loopback;

/** Somebody tried what the platform's own client would not let them: a disabled button, a channel they cannot see. */
public final class CannotDo extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    CannotDo(String why) {
        super(why);
    }
}
