package mx.constancia.query.projection;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;

import mx.constancia.query.log.VisibleHead;

import org.apache.kafka.clients.admin.TopicDescription;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Watches views that are being filled and judges whether they may take over. They may when they have read the topic to an
 * end that it had before, and show at least what the living views showed then. Not thread-safe.
 */
final class Rebuild {

    private static final Logger LOG = LoggerFactory.getLogger(Rebuild.class);
    /** A rebuild that is this near to the end catches up before anyone notices. */
    private static final long NEAR = 5_000;
    private static final long LOG_EVERY_NANOS = Duration.ofSeconds(10).toNanos();

    /** Whether views that are being filled may take over. */
    enum Verdict {
        /** They have not read enough to tell. */
        NOT_YET,
        /** Nothing that is visible would vanish. */
        READY,
        /** They have read everything, and something that is visible would vanish. */
        WOULD_SHRINK
    }

    /** What the rebuild has to reach: the topic's ends after the living views showed {@code head}. */
    private record Target(int generation, long head, Map<Integer, Long> ends) {
    }

    private final TopicOffsets offsets;
    private final VisibleHead livingHead;
    private final RebuildStatus status;
    private @Nullable Target target;
    private long loggedAt = System.nanoTime() - LOG_EVERY_NANOS;

    Rebuild(TopicOffsets offsets, VisibleHead livingHead, RebuildStatus status) {
        this.offsets = offsets;
        this.livingHead = livingHead;
        this.status = status;
    }

    /** Looks once. */
    Verdict look(int generation, Follower follower) throws ExecutionException, InterruptedException {
        Optional<TopicDescription> description = offsets.describe();
        if (description.isEmpty()) {
            return Verdict.NOT_YET;
        }
        // Before the topic's ends: all that is visible now lies before them.
        long visible = livingHead.refresh();
        Map<Integer, TopicOffsets.Span> spans = offsets.spans(TopicOffsets.partitions(description.get()));
        Map<Integer, Progress> progress = follower.projector().progress(description.get().topicId().toString(), spans.keySet());
        // As far as it goes already, so that it is shorter work at the end.
        follower.head().refresh();
        RebuildStatus.Running running = measure(generation, follower, spans, progress);
        if (running.total() - running.events() > NEAR || isReading(progress)) {
            target = null;
            return Verdict.NOT_YET;
        }
        if (target == null || target.generation() != generation) {
            target = new Target(generation, visible,
                    spans.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, each -> each.getValue().end())));
        }
        if (!reached(target, spans, progress)) {
            return Verdict.NOT_YET;
        }
        long built = follower.head().refresh();
        long needed = target.head();
        target = null;
        if (built >= needed) {
            return Verdict.READY;
        }
        LOG.error("rebuild=refused generation={} visible={} needed={} action=\"find what the topic does not have\"", generation, built, needed);
        return Verdict.WOULD_SHRINK;
    }

    private RebuildStatus.Running measure(
            int generation, Follower follower, Map<Integer, TopicOffsets.Span> spans, Map<Integer, Progress> progress) {
        long total = 0;
        long events = 0;
        for (Map.Entry<Integer, TopicOffsets.Span> each : spans.entrySet()) {
            TopicOffsets.Span span = each.getValue();
            total += span.end() - span.beginning();
            events += Math.max(0, progress.get(each.getKey()).next() - span.beginning());
        }
        ProjectionStatus reader = follower.reader().status();
        RebuildStatus.Running running = status.measured(generation, events, total, reader.refusal().or(reader::failure).orElse(null));
        if (System.nanoTime() - loggedAt >= LOG_EVERY_NANOS) {
            loggedAt = System.nanoTime();
            LOG.info("rebuild=running generation={} percent={} events={} of={} perSecond={} secondsLeft={}", generation,
                    String.format("%.1f", running.percent()), events, total, Math.round(running.eventsPerSecond()),
                    running.secondsLeft().map(Object::toString).orElse("unknown"));
        }
        return running;
    }

    /** A second reading that looks for missing events is under way. */
    private static boolean isReading(Map<Integer, Progress> progress) {
        return progress.values().stream().anyMatch(each -> each.isRereading(0));
    }

    private static boolean reached(Target target, Map<Integer, TopicOffsets.Span> spans, Map<Integer, Progress> progress) {
        return target.ends().entrySet().stream().allMatch(each -> progress.get(each.getKey()).next() >= each.getValue()
                || spans.get(each.getKey()).beginning() == each.getValue());
    }
}
