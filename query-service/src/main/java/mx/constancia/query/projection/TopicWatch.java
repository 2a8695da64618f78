package mx.constancia.query.projection;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;

import mx.constancia.query.log.VisibleHead;
import mx.constancia.query.projection.ProjectionStatus.Lag;
import mx.constancia.query.projection.ProjectionStatus.Troubles;
import mx.constancia.query.store.View;
import mx.constancia.query.store.ViewStore;
import mx.constancia.query.store.Write;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
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
    /** {@code _id} of the mark that the views held everything once; it vanishes with them. */
    private static final String COMPLETE = "complete";
    /** {@code _id} of the mark that the views have their indexes. */
    private static final String PREPARED = "prepared";

    private final Admin admin;
    private final String topic;
    private final Projector projector;
    private final ViewStore store;
    private final VisibleHead head;
    private final ProjectionStatus status;

    TopicWatch(Admin admin, String topic, Projector projector, ViewStore store, VisibleHead head, ProjectionStatus status) {
        this.admin = admin;
        this.topic = topic;
        this.projector = projector;
        this.store = store;
        this.head = head;
        this.status = status;
    }

    /** Looks once. What is away now is found at the next look. */
    @Scheduled(fixedDelayString = "${constancia.projection.watch:2s}")
    void look() throws InterruptedException {
        try {
            Optional<TopicDescription> description = describe();
            status.kafkaAnswered(description.map(each -> each.topicId().toString()).orElse(null));
            prepare();
            measure(description.isEmpty() ? 0 : lag(description.get()));
        } catch (ExecutionException e) {
            status.kafkaFailed(Objects.requireNonNullElse(e.getCause(), e).getClass().getSimpleName());
        } catch (HistoryChangedException e) {
            status.refuse(e.getMessage());
        } catch (RuntimeException e) {
            LOG.debug("projection=not-measured reason={}", e.getClass().getSimpleName());
        }
    }

    private Optional<TopicDescription> describe() throws ExecutionException, InterruptedException {
        try {
            return Optional.of(admin.describeTopics(List.of(topic)).allTopicNames().get().get(topic));
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UnknownTopicOrPartitionException) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private void prepare() {
        if (store.find(View.PROGRESS, List.of(PREPARED)).isEmpty()) {
            store.prepare();
            store.write(View.PROGRESS, List.of(new Write.Put(new Document("_id", PREPARED))));
        }
    }

    private long lag(TopicDescription description) throws ExecutionException, InterruptedException {
        List<Integer> partitions = description.partitions().stream().map(each -> each.partition()).toList();
        // Before the ends, or a progress that moved in between would look as if records were lost.
        Map<Integer, Progress> progress = projector.progress(description.topicId().toString(), partitions);
        Map<Integer, Long> beginnings = offsets(partitions, OffsetSpec.earliest());
        Map<Integer, Long> ends = offsets(partitions, OffsetSpec.latest());
        long lag = 0;
        for (Progress each : progress.values()) {
            HistoryChangedException.check(description.topicId().toString(), each);
            long beginning = beginnings.get(each.partition());
            long end = ends.get(each.partition());
            if (each.next() > end || each.next() >= 0 && each.next() < beginning) {
                throw new HistoryChangedException("partition " + each.partition() + " has records " + beginning + " to " + (end - 1)
                        + ", the views want to go on at " + each.next());
            }
            lag += end - Math.max(each.next(), beginning);
        }
        return lag;
    }

    private void measure(long lag) {
        boolean complete = !store.find(View.PROGRESS, List.of(COMPLETE)).isEmpty();
        head.refresh();
        if (!complete && lag == 0) {
            store.write(View.PROGRESS, List.of(new Write.Put(new Document("_id", COMPLETE))));
            complete = true;
        }
        status.measured(new Lag(lag, complete), new Troubles(store.count(View.HOLES, new Document()),
                store.count(View.HOLES, new Document("persistent", true)), store.count(View.PARKED, new Document())));
    }

    private Map<Integer, Long> offsets(List<Integer> partitions, OffsetSpec which) throws ExecutionException, InterruptedException {
        Map<TopicPartition, ListOffsetsResultInfo> offsets = admin.listOffsets(
                partitions.stream().collect(Collectors.toMap(partition -> new TopicPartition(topic, partition), partition -> which))).all().get();
        return offsets.entrySet().stream().collect(Collectors.toMap(each -> each.getKey().partition(), each -> each.getValue().offset()));
    }
}
