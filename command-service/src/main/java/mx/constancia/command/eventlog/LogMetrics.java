package mx.constancia.command.eventlog;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

/** The meters of the log. */
final class LogMetrics {

    private final MeterRegistry registry;
    private final Map<String, Counter> outcomes = new ConcurrentHashMap<>();
    private final Timer latency;
    private final DistributionSummary appends;
    private final DistributionSummary events;

    LogMetrics(MeterRegistry registry, EventLog log, AppendQueue queue) {
        this.registry = registry;
        this.latency = Timer.builder("constancia.log.batch").description("Time to commit a batch of appends")
                .publishPercentileHistogram().register(registry);
        this.appends = DistributionSummary.builder("constancia.log.batch.appends").description("Appends in a committed batch")
                .register(registry);
        this.events = DistributionSummary.builder("constancia.log.batch.events").description("Events in a committed batch")
                .register(registry);
        Gauge.builder("constancia.log.queue", queue, AppendQueue::size).description("Appends that wait for the writer")
                .register(registry);
        Gauge.builder("constancia.log.position", log, EventLog::lastSeenPosition)
                .description("Position of the last event that this node knows of").register(registry);
    }

    void committed(long nanos, int appendCount, int eventCount) {
        latency.record(nanos, TimeUnit.NANOSECONDS);
        appends.record(appendCount);
        events.record(eventCount);
    }

    void count(AppendResult result) {
        count(switch (result) {
            case AppendResult.Appended appended -> "appended";
            case AppendResult.VersionTaken taken -> "version_taken";
            case AppendResult.KeyTaken taken -> "key_taken";
        });
    }

    /** @param outcome appended, version_taken, key_taken, refused or unavailable */
    void count(String outcome) {
        outcomes.computeIfAbsent(outcome, name -> Counter.builder("constancia.log.appends").description("Appends by outcome")
                .tag("outcome", name).register(registry)).increment();
    }
}
