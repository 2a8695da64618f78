package mx.constancia.command.relay;

import java.time.Clock;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;

/** What the relay of this node shows of itself: health and meters. */
final class RelayStatus implements HealthIndicator {

    private static final Logger log = LoggerFactory.getLogger(RelayStatus.class);

    private final Counter sent;
    private final Counter failures;
    private volatile Lag lag = Lag.NONE;
    private volatile boolean active;
    private volatile @Nullable String failure;
    private volatile @Nullable String alarm;

    RelayStatus(MeterRegistry registry, Clock clock) {
        sent = Counter.builder("constancia.relay.sent").description("Events acknowledged by Kafka").register(registry);
        failures = Counter.builder("constancia.relay.failures").description("Attempts to relay that failed").register(registry);
        Gauge.builder("constancia.relay.lag.events", this, s -> s.lag.events())
                .description("Events of the log that are not known to be in Kafka").register(registry);
        Gauge.builder("constancia.relay.lag.seconds", this, s -> s.lag.seconds(clock))
                .description("Age of the oldest of these events").baseUnit("seconds").register(registry);
        Gauge.builder("constancia.relay.active", this, s -> s.active ? 1 : 0)
                .description("1 on the node whose relay is active").register(registry);
        Gauge.builder("constancia.relay.held", this, s -> s.alarm == null ? 0 : 1)
                .description("1 while nothing is sent because an alarm of the ledger stands").register(registry);
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

    /** Whether an alarm of the ledger keeps the relay from sending. */
    void held(Optional<String> reason) {
        String before = alarm;
        alarm = reason.orElse(null);
        if (before == null && reason.isPresent()) {
            log.error("event=relay-held reason=\"{}\"", reason.get());
        } else if (before != null && reason.isEmpty()) {
            log.info("event=relay-no-longer-held");
        }
    }

    /** Down while the last attempt to relay has failed or an alarm holds it; that never makes commands unready. */
    @Override
    public Health health() {
        String reason = failure;
        String objection = alarm;
        Health.Builder health = reason == null && objection == null ? Health.up() : Health.down();
        if (reason != null) {
            health.withDetail("failure", reason);
        }
        if (objection != null) {
            health.withDetail("alarm", objection);
        }
        return health.withDetail("role", active ? "active" : "standby").withDetail("nextPosition", lag.next())
                .withDetail("lagEvents", lag.events()).build();
    }
}
