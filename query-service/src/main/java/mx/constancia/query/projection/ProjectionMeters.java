package mx.constancia.query.projection;

import java.time.Clock;
import java.time.Duration;
import java.util.function.Supplier;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

import mx.constancia.query.log.VisibleHead;

import org.springframework.stereotype.Component;

/** The projection in numbers. */
@Component
class ProjectionMeters {

    private final Timer duration;
    private final DistributionSummary size;
    private final Counter applied;
    private final Counter duplicates;
    private final Counter failures;

    ProjectionMeters(MeterRegistry registry, ProjectionStatus status, VisibleHead head, RebuildStatus rebuild, Clock clock) {
        duration = Timer.builder("constancia.projection.batch").description("Time to project a batch").publishPercentileHistogram().register(registry);
        size = DistributionSummary.builder("constancia.projection.batch.size").baseUnit("events").description("Records in a batch").register(registry);
        applied = Counter.builder("constancia.projection.applied").baseUnit("events").description("Events folded").register(registry);
        duplicates = Counter.builder("constancia.projection.duplicates").baseUnit("events").description("Events that were folded before").register(registry);
        failures = Counter.builder("constancia.projection.failures").description("Batches that failed and are tried again").register(registry);
        Gauge.builder("constancia.projection.lag", status, s -> s.lag().map(lag -> (double) lag.events()).orElse(Double.NaN))
                .baseUnit("events").description("Records of the topic that are not in the views").register(registry);
        Gauge.builder("constancia.projection.lag.age", status, s -> age(s, clock))
                .baseUnit("seconds").description("Age of the newest event in the views while some are missing").register(registry);
        Gauge.builder("constancia.projection.visible.head", head, VisibleHead::current)
                .description("Highest position below which nothing is missing").register(registry);
        Gauge.builder("constancia.projection.holes", status, s -> s.troubles().holes())
                .description("Streams that miss an event").register(registry);
        Gauge.builder("constancia.projection.parked", status, s -> s.troubles().parked())
                .description("Events that cannot be projected, and those behind them").register(registry);
        Gauge.builder("constancia.rebuild.running", rebuild, r -> r.running().isPresent() ? 1 : 0)
                .description("1 while views are being built beside the living ones").register(registry);
        Gauge.builder("constancia.rebuild.progress", rebuild, r -> r.running().map(RebuildStatus.Running::percent).orElse(Double.NaN))
                .baseUnit("percent").description("Part of the topic that the views being built have read").register(registry);
        Gauge.builder("constancia.rebuild.rate", rebuild, r -> r.running().map(RebuildStatus.Running::eventsPerSecond).orElse(Double.NaN))
                .baseUnit("events").description("Events that the views being built read per second").register(registry);
        Gauge.builder("constancia.rebuild.left", rebuild,
                        r -> r.running().flatMap(RebuildStatus.Running::secondsLeft).map(Long::doubleValue).orElse(Double.NaN))
                .baseUnit("seconds").description("Time that the rebuild needs at this rate").register(registry);
        Gauge.builder("constancia.rebuild.generation", rebuild, r -> r.control().map(Control::living).orElse(0))
                .description("The generation of the views that answers questions").register(registry);
        Gauge.builder("constancia.projection.refused", status, s -> s.refusal().isPresent() ? 1 : 0)
                .description("1 when the topic's history is not the one that the views know").register(registry);
    }

    Projected timed(int records, Supplier<Projected> work) {
        try {
            Projected projected = duration.record(work);
            size.record(records);
            applied.increment(projected.applied());
            duplicates.increment(projected.duplicates());
            return projected;
        } catch (RuntimeException e) {
            failures.increment();
            throw e;
        }
    }

    private static double age(ProjectionStatus status, Clock clock) {
        return status.lag().filter(lag -> lag.events() > 0).flatMap(lag -> status.lastRecordedAt())
                .map(last -> Duration.between(last, clock.instant()).toMillis() / 1000.0).orElse(0.0);
    }
}
