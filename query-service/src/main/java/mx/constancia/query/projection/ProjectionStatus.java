package mx.constancia.query.projection;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What health and metrics tell about the projection. */
final class ProjectionStatus {

    private static final Logger LOG = LoggerFactory.getLogger(ProjectionStatus.class);

    /**
     * How much of the topic is not in the views.
     *
     * @param events   records not read yet
     * @param complete whether the views once held all that was in the topic
     */
    record Lag(long events, boolean complete) {
    }

    /** Streams and events that a person may have to look at; {@code persistent} holes are among {@code holes}. */
    record Troubles(long holes, long persistent, long parked) {

        boolean any() {
            return holes + parked > 0;
        }
    }

    private final AtomicReference<@Nullable String> refusal = new AtomicReference<>();
    private final AtomicReference<@Nullable String> failure = new AtomicReference<>();
    private volatile @Nullable Instant lastRecordedAt;
    private volatile @Nullable String topicId;
    private volatile @Nullable String kafka = "not asked yet";
    private volatile @Nullable Lag lag;
    private volatile Troubles troubles = new Troubles(0, 0, 0);

    /** The projection stops for good: only a person can say which history is the right one. */
    void refuse(String reason) {
        if (refusal.compareAndSet(null, reason)) {
            LOG.error("projection=refused reason=\"{}\" action=\"find the topic that the views were built from, or empty the views\"", reason);
        }
    }

    Optional<String> refusal() {
        return Optional.ofNullable(refusal.get());
    }

    /** A batch failed and is tried again. */
    void failed(RuntimeException e) {
        String reason = e.getClass().getSimpleName();
        if (!reason.equals(failure.getAndSet(reason))) {
            LOG.warn("projection=waiting reason={} action=retry", reason, e);
        }
    }

    void succeeded(Optional<Instant> recordedAt) {
        if (failure.getAndSet(null) != null) {
            LOG.info("projection=resumed");
        }
        recordedAt.ifPresent(instant -> lastRecordedAt = instant);
    }

    Optional<String> failure() {
        return Optional.ofNullable(failure.get());
    }

    /** When the newest event in the views had been recorded. */
    Optional<Instant> lastRecordedAt() {
        return Optional.ofNullable(lastRecordedAt);
    }

    /** Kafka's id of the topic; empty until Kafka told it. */
    Optional<String> topicId() {
        return Optional.ofNullable(topicId);
    }

    /** Kafka answered. */
    void kafkaAnswered(@Nullable String id) {
        topicId = id;
        kafka = null;
    }

    void kafkaFailed(String reason) {
        kafka = reason;
    }

    /** Why Kafka does not answer; empty when it does. */
    Optional<String> kafkaFailure() {
        return Optional.ofNullable(kafka);
    }

    /** Empty until topic and views were compared for the first time. */
    Optional<Lag> lag() {
        return Optional.ofNullable(lag);
    }

    void measured(Lag now, Troubles seen) {
        lag = now;
        troubles = seen;
    }

    Troubles troubles() {
        return troubles;
    }
}
