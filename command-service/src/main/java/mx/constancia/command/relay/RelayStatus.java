package mx.constancia.command.relay;

import java.time.Clock;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;

/** What the relay of this node shows of itself: health and meters. */
final class RelayStatus implements HealthIndicator {

    private final Counter sent;
    private final Counter failures;
    private volatile Lag lag = Lag.NONE;
    private volatile boolean active;
    private volatile @Nullable String failure;

    RelayStatus(MeterRegistry registry, Clock clock) {
        sent = Counter.builder("constancia.relay.sent").description("Events acknowledged by Kafka").register(registry);
        failures = Counter.builder("constancia.relay.failures").description("Attempts to relay that failed").register(registry);
        Gauge.builder("constancia.relay.lag.events", this, s -> s.lag.events())
                .description("Events of the log that are not known to be in Kafka").register(registry);
        Gauge.builder("constancia.relay.lag.seconds", this, s -> s.lag.seconds(clock))
                .description("Age of the oldest of these events").baseUnit("seconds").register(registry);
        Gauge.builder("constancia.relay.active", this, s -> s.active ? 1 : 0)
                .description("1 on the node whose relay is active").register(registry);
    }

    void active(boolean isActive) {
        active = isActive;
    }

    void seen(Lag seen) {
        lag = seen;
    }

    void acknowledged(int events) {
        sent.increment(events);
    }

    void recovered() {
        failure = null;
    }

    void failed(Throwable e) {
        failures.increment();
        failure = e.getClass().getSimpleName() + ": " + e.getMessage();
    }

    /** Down while the last attempt to relay has failed; that never makes commands unready. */
    @Override
    public Health health() {
        String reason = failure;
        Health.Builder health = reason == null ? Health.up() : Health.down().withDetail("failure", reason);
        return health.withDetail("role", active ? "active" : "standby").withDetail("nextPosition", lag.next())
                .withDetail("lagEvents", lag.events()).build();
    }
}
