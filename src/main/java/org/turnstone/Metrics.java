package org.turnstone;

import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.prometheus.metrics.model.snapshots.Unit;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.function.DoubleSupplier;
import java.util.stream.Stream;
import org.turnstone.room.Figures;
import org.turnstone.room.Taken;
import org.turnstone.room.Trouble;

/**
 * How much happens here, and how fast, in Prometheus' text format. A label is always one of a few words of our own: never a
 * room, a person or anything they wrote. Threads may share one.
 */
final class Metrics implements Figures {
    private static final double MILLIS = 1e3;
    private static final double NANOS = 1e9;

    private final PrometheusRegistry registry = new PrometheusRegistry();
    private final PrometheusTextFormatWriter writer =
            PrometheusTextFormatWriter.builder().build();
    private final Counter inputs = counter("turnstone_inputs", "What people did, by what became of it.", "outcome");
    private final Histogram input = histogram(
            "turnstone_input",
            "From an input to everything that follows from it: stored, and played where the platform took it.",
            .001,
            .0025,
            .005,
            .01,
            .025,
            .05,
            .1,
            .25,
            .5,
            1,
            3,
            10);
    private final Counter anew = counter("turnstone_saves_anew", "Saves that another process came before.");
    private final Histogram late =
            histogram("turnstone_deadline_late", "How late a deadline became an event.", 1, 2, 5, 15, 60, 600, 3_600);
    private final Histogram owed = histogram(
            "turnstone_effect_owed",
            "How long an effect was owed before it went through.",
            .1,
            1,
            5,
            15,
            60,
            600,
            3_600);
    private final Counter failures = counter("turnstone_effect_failures", "Tries that did not go through.", "trouble");
    private final Counter givenUp = counter("turnstone_effects_given_up", "Effects that are tried no more.", "trouble");

    Metrics() {
        Stream.of(Taken.How.values()).forEach(how -> inputs.initLabelValues(word(how)));
        Stream.of(Trouble.values()).forEach(trouble -> {
            failures.initLabelValues(word(trouble));
            givenUp.initLabelValues(word(trouble));
        });
        shows("process_resident_memory_bytes", "Memory of this process in RAM.", Memory::resident);
        shows(
                "turnstone_heap_used_bytes",
                "Java objects, garbage included.",
                () -> ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
        shows(
                "turnstone_uptime_seconds",
                "Since the start of the process.",
                () -> ManagementFactory.getRuntimeMXBean().getUptime() / MILLIS);
    }

    /** Shows {@code now} whenever somebody looks; where it cannot be told, nothing. */
    void shows(String name, String help, DoubleSupplier now) {
        GaugeWithCallback.builder()
                .name(name)
                .help(help)
                .callback(callback -> {
                    try {
                        callback.call(now.getAsDouble());
                    } catch (RuntimeException notNow) {
                        callback.call(Double.NaN);
                    }
                })
                .register(registry);
    }

    String text() {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        try {
            writer.write(text, registry.scrape());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString(StandardCharsets.UTF_8);
    }

    @Override
    public void took(Taken.How how, long nanos) {
        inputs.labelValues(word(how)).inc();
        input.observe(nanos / NANOS);
    }

    @Override
    public void savedAnew() {
        anew.inc();
    }

    @Override
    public void lapsed(long lateMillis) {
        late.observe(lateMillis / MILLIS);
    }

    @Override
    public void played(long owedMillis) {
        owed.observe(owedMillis / MILLIS);
    }

    @Override
    public void failed(Trouble trouble) {
        failures.labelValues(word(trouble)).inc();
    }

    @Override
    public void gaveUp(Trouble trouble) {
        givenUp.labelValues(word(trouble)).inc();
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private Counter counter(String name, String help, String... labels) {
        return Counter.builder().name(name).help(help).labelNames(labels).register(registry);
    }

    private Histogram histogram(String name, String help, double... upTo) {
        return Histogram.builder()
                .name(name)
                .unit(Unit.SECONDS)
                .help(help)
                .classicOnly()
                .classicUpperBounds(upTo)
                .register(registry);
    }
}
