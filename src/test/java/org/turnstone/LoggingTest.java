package org.turnstone;

import static org.assertj.core.api.Assertions.assertThat;

import net.dv8tion.jda.internal.entities.EntityBuilder;
import net.dv8tion.jda.internal.requests.RestActionImpl;
import net.dv8tion.jda.internal.requests.WebSocketClient;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the shipped logging configuration lets through. */
class LoggingTest {

    @Test
    void loggers_of_jda_that_write_whole_events_are_off() {
        assertThat(WebSocketClient.LOG.isErrorEnabled()).isFalse();
        assertThat(EntityBuilder.LOG.isErrorEnabled()).isFalse();
        assertThat(RestActionImpl.LOG.isWarnEnabled()).isFalse();
    }

    @Test
    void we_tell_what_happens_and_libraries_tell_what_goes_wrong() {
        Logger ours = LoggerFactory.getLogger(Settings.class);
        Logger theirs = LoggerFactory.getLogger("io.undertow");

        assertThat(ours.isInfoEnabled()).isTrue();
        assertThat(ours.isDebugEnabled()).isFalse();
        assertThat(theirs.isWarnEnabled()).isTrue();
        assertThat(theirs.isInfoEnabled()).isFalse();
    }
}
