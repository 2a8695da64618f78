package mx.constancia.query.ledger;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.stereotype.Component;

/** Whether the ledger is served as it was published, and whether anybody tried to publish another one. */
@Component("ledgerHealthIndicator")
class LedgerHealth implements HealthIndicator {

    private static final Status DEGRADED = new Status("DEGRADED");

    private final LedgerStatus status;

    LedgerHealth(LedgerStatus status) {
        this.status = status;
    }

    @Override
    public Health health() {
        Health.Builder health = new Health.Builder(status.missing().isPresent() || status.failure().isPresent() ? DEGRADED : Status.UP);
        if (!status.alarms().isEmpty()) {
            health.down();
        }
        status.alarms().forEach(alarm -> health.withDetail(alarm.kind().name(), detail(alarm)));
        status.missing().ifPresent(file -> health.withDetail("waitingFor", file));
        status.failure().ifPresent(reason -> health.withDetail("retrying", reason));
        return health.withDetail("publishedSize", status.publishedSize()).build();
    }

    private static String detail(Alarm alarm) {
        return alarm.position() == null ? alarm.message() : "position " + alarm.position() + ": " + alarm.message();
    }
}
