package mx.constancia.command.http;

import java.time.Duration;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

/** Measures commands by name and result; the names are those of the catalogue, so that there are few. */
final class CommandMeter {

    static final String NAME = "constancia.commands";
    static final String UNKNOWN = "unknown";

    private final Meter.MeterProvider<Timer> timers;

    CommandMeter(MeterRegistry registry) {
        this.timers = Timer.builder(NAME)
                .description("Commands from the request to the durable answer")
                .publishPercentileHistogram()
                .minimumExpectedValue(Duration.ofMillis(1))
                .maximumExpectedValue(Duration.ofSeconds(30))
                .withRegistry(registry);
    }

    void record(String command, Result result, Duration duration) {
        timers.withTags("command", command, "outcome", result.tag()).record(duration);
    }
}
