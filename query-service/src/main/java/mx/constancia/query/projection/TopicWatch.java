package mx.constancia.query.projection;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;

import mx.constancia.query.log.VisibleHead;
import mx.constancia.query.projection.ProjectionStatus.Lag;
import mx.constancia.query.projection.ProjectionStatus.Troubles;
import mx.constancia.query.store.View;
import mx.constancia.query.store.ViewStore;

import org.apache.kafka.clients.admin.TopicDescription;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * Compares the topic with the stored progress: measures the lag, and refuses a topic that was created anew or that lost
 * records which the views have, or have not read yet.
 */
final class TopicWatch {

    private static final Logger LOG = LoggerFactory.getLogger(TopicWatch.class);

    private final TopicOffsets offsets;
    private final Projector projector;
    private final ViewStore store;
    private final VisibleHead head;
    private final ProjectionStatus status;

    TopicWatch(TopicOffsets offsets, Projector projector, ViewStore store, VisibleHead head, ProjectionStatus status) {
        this.offsets = offsets;
        this.projector = projector;
        this.store = store;
        this.head = head;
        this.status = status;
    }

    /** Looks once. What is away now is found at the next look. */
    @Scheduled(fixedDelayString = "${constancia.projection.watch:2s}")
    void look() throws InterruptedException {
        try {
            Optional<TopicDescription> description = offsets.describe();
            status.kafkaAnswered(description.map(each -> each.topicId().toString()).orElse(null));
            Marks.prepare(store);
            measure(description.isEmpty() ? 0 : lag(description.get()));
        } catch (ExecutionException e) {
            status.kafkaFailed(Objects.requireNonNullElse(e.getCause(), e).getClass().getSimpleName());
        } catch (HistoryChangedException e) {
            status.refuse(e.getMessage());
        } catch (RuntimeException e) {
            LOG.debug("projection=not-measured reason={}", e.getClass().getSimpleName());
        }
    }

    private long lag(TopicDescription description) throws ExecutionException, InterruptedException {
        List<Integer> partitions = TopicOffsets.partitions(description);
        // Before the ends, or a progress that moved in between would look as if records were lost.
        Map<Integer, Progress> progress = projector.progress(description.topicId().toString(), partitions);
        Map<Integer, TopicOffsets.Span> spans = offsets.spans(partitions);
        long lag = 0;
        for (Progress each : progress.values()) {
            HistoryChangedException.check(description.topicId().toString(), each);
            long beginning = spans.get(each.partition()).beginning();
            long end = spans.get(each.partition()).end();
            if (each.next() > end || each.next() >= 0 && each.next() < beginning) {
                throw new HistoryChangedException("partition " + each.partition() + " has records " + beginning + " to " + (end - 1)
                        + ", the views want to go on at " + each.next());
            }
            lag += end - Math.max(each.next(), beginning);
        }
        return lag;
    }

    private void measure(long lag) {
        boolean complete = Marks.isComplete(store);
        head.refresh();
        if (!complete && lag == 0) {
            Marks.complete(store);
            complete = true;
        }
        status.measured(new Lag(lag, complete), new Troubles(store.count(View.HOLES, new Document()),
                store.count(View.HOLES, new Document("persistent", true)), store.count(View.PARKED, new Document())));
    }
}
