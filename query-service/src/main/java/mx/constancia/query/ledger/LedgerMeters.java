package mx.constancia.query.ledger;

import java.time.Clock;
import java.time.Duration;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;

import org.springframework.stereotype.Component;

/** The served ledger in numbers. */
@Component
class LedgerMeters implements MeterBinder {

    private final LedgerStatus status;
    private final Clock clock;

    LedgerMeters(LedgerStatus status, Clock clock) {
        this.status = status;
        this.clock = clock;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("constancia.ledger.served.size", status, LedgerStatus::publishedSize)
                .baseUnit("entries").description("Entries that the served checkpoint covers").register(registry);
        Gauge.builder("constancia.ledger.served.age", this, LedgerMeters::age)
                .baseUnit("seconds").description("Time since the served checkpoint was accepted").register(registry);
        Gauge.builder("constancia.ledger.served.alarms", status, s -> s.alarms().size())
                .description("Kinds of evidence against the topic that await an operator; 0 when all is well").register(registry);
        Gauge.builder("constancia.ledger.served.waiting", status, s -> s.missing().isPresent() ? 1 : 0)
                .description("1 when the newest checkpoint waits for a file").register(registry);
    }

    private double age() {
        return status.published().map(each -> Duration.between(each.acceptedAt(), clock.instant()).toMillis() / 1000.0).orElse(Double.NaN);
    }
}
