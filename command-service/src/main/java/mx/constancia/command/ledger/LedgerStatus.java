package mx.constancia.command.ledger;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;

import mx.constancia.command.ledger.tree.LedgerAlarm;

/** What the ledger writer of this node shows of itself: health and meters. Sizes are those of the active node. */
final class LedgerStatus implements HealthIndicator {

    private static final Logger log = LoggerFactory.getLogger(LedgerStatus.class);

    private final Counter failures;
    private final Counter alarms;
    private final Clock clock;
    private volatile boolean active;
    private volatile long sequenced;
    private volatile long integrated;
    private volatile long published;
    private volatile @Nullable Instant publishedAt;
    private volatile long scrubbed;
    private volatile long passes;
    private volatile @Nullable String failure;
    private volatile @Nullable LedgerAlarm alarm;
    private volatile @Nullable LedgerAlarm rowAlarm;

    LedgerStatus(MeterRegistry registry, Clock clock) {
        this.clock = clock;
        failures = Counter.builder("constancia.ledger.failures").description("Attempts to write the ledger that failed").register(registry);
        alarms = Counter.builder("constancia.ledger.alarms").description("Alarms: history is not what it was").register(registry);
        gauge(registry, "active", "1 on the node whose ledger writer is active", () -> active ? 1 : 0);
        gauge(registry, "sequenced", "Events in the log", () -> sequenced);
        gauge(registry, "integrated", "Events in the signed tree", () -> integrated);
        gauge(registry, "published", "Events that the published checkpoint covers", () -> published);
        gauge(registry, "alarm", "1 while an alarm stands", () -> standing() == null ? 0 : 1);
        gauge(registry, "scrub.position", "Events that this pass has compared with the ledger again", () -> scrubbed);
        gauge(registry, "scrub.passes", "Passes over the whole log since the start", () -> passes);
        Gauge.builder("constancia.ledger.checkpoint.age", this, LedgerStatus::ageSeconds)
                .description("Age of the published checkpoint").baseUnit("seconds").register(registry);
    }

    private static void gauge(MeterRegistry registry, String name, String description, java.util.function.Supplier<Number> value) {
        Gauge.builder("constancia.ledger." + name, value).description(description).register(registry);
    }

    private double ageSeconds() {
        Instant at = publishedAt;
        return at == null ? 0 : Math.max(0, Duration.between(at, clock.instant()).toMillis() / 1000.0);
    }

    boolean isActive() {
        return active;
    }

    long integratedSize() {
        return integrated;
    }

    void active(boolean isActive) {
        active = isActive;
    }

    void integrated(long size) {
        integrated = size;
    }

    /** A step, or a takeover, went well. */
    void published(long logEnd, long size) {
        sequenced = Math.max(logEnd, size);
        integrated = size;
        if (size != published || publishedAt == null) {
            publishedAt = clock.instant();
        }
        published = size;
        recovered();
    }

    void recovered() {
        failure = null;
        if (alarm != null) {
            log.info("event=ledger-alarm-over");
            alarm = null;
        }
    }

    void failed(Throwable e) {
        failures.increment();
        failure = e.getClass().getSimpleName() + ": " + e.getMessage();
    }

    /** Nothing is published while it stands. */
    void alarmed(LedgerAlarm e) {
        LedgerAlarm before = alarm;
        alarm = e;
        if (before == null || before.position() != e.position()) {
            raise(e);
        }
    }

    private void raise(LedgerAlarm e) {
        alarms.increment();
        log.error("event=ledger-alarm position={} reason=\"{}\"", e.position(), e.getMessage());
    }

    /** Rows up to here are as the ledger holds them. */
    void scrubbed(long from, long to) {
        scrubbed = to;
        LedgerAlarm standing = rowAlarm;
        if (standing != null && standing.position() >= from && standing.position() < to) {
            log.info("event=ledger-alarm-over position={}", standing.position());
            rowAlarm = null;
        }
    }

    void scrubAlarmed(LedgerAlarm e) {
        LedgerAlarm before = rowAlarm;
        if (before == null || e.position() < before.position()) {
            rowAlarm = e;
            raise(e);
        }
    }

    void passed() {
        passes++;
    }

    private @Nullable LedgerAlarm standing() {
        return alarm != null ? alarm : rowAlarm;
    }

    /** Down while an alarm stands or the last attempt failed; that never makes commands unready. */
    @Override
    public Health health() {
        LedgerAlarm standing = standing();
        String reason = failure;
        Health.Builder health = standing == null && reason == null ? Health.up() : Health.down();
        if (standing != null) {
            health.withDetail("alarm", String.valueOf(standing.getMessage())).withDetail("position", standing.position());
        }
        if (reason != null) {
            health.withDetail("failure", reason);
        }
        return health.withDetail("role", active ? "active" : "standby").withDetail("sequenced", sequenced)
                .withDetail("integrated", integrated).withDetail("published", published).withDetail("scrubbed", scrubbed).build();
    }
}
