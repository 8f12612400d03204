package org.turnstone.discord.loopback;

import java.time.Duration;

/**
 * The platform's numbers that are times: each may be set by a test, none needs to be.
 *
 * <p>Threads may share it.
 */
public final class Limits {
    /** How long after a press the first answer is taken. Source: Receiving and Responding, "Interaction Callback". */
    static final Duration FIRST_ANSWER = Duration.ofSeconds(3);

    /** How long an answered interaction's token lives. Source: Receiving and Responding, "Followup Messages". */
    static final Duration TOKEN = Duration.ofMinutes(15);

    private volatile Duration nonceWindow = Duration.ofMinutes(3);
    private volatile Duration sessionLife = Duration.ofMinutes(3);
    private volatile Duration heartbeat = Duration.ofMillis(41_250);

    /** How long a nonce is remembered: "the past few minutes" (Message, "Create Message"), by default three. */
    public Duration nonceWindow() {
        return nonceWindow;
    }

    public void nonceWindow(Duration window) {
        nonceWindow = window;
    }

    /** How long a session without a connection can be resumed: "a few minutes" (Gateway, "Initiating a Disconnect"). */
    public Duration sessionLife() {
        return sessionLife;
    }

    public void sessionLife(Duration life) {
        sessionLife = life;
    }

    /** What HELLO asks for; takes effect with the next connection. */
    public Duration heartbeat() {
        return heartbeat;
    }

    public void heartbeat(Duration interval) {
        heartbeat = interval;
    }
}
