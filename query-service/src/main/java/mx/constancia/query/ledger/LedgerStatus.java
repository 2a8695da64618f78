package mx.constancia.query.ledger;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

import mx.constancia.query.store.View;
import mx.constancia.query.store.ViewStore;

import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** What health, metrics and other answers tell about the ledger, in every node: also in those that do not read the topic. */
@Component
public final class LedgerStatus {

    private static final Logger LOG = LoggerFactory.getLogger(LedgerStatus.class);

    /** What was seen at a look. */
    record Seen(@Nullable Published published, List<Alarm> alarms) {
    }

    private final ViewStore store;
    private volatile Seen seen = new Seen(null, List.of());
    private final AtomicReference<@Nullable String> failure = new AtomicReference<>();
    private volatile @Nullable String missing;

    LedgerStatus(ViewStore store) {
        this.store = store;
    }

    /** Number of entries that the served checkpoint covers, as last seen: the first position that is not published. */
    public long publishedSize() {
        return published().map(Published::size).orElse(0L);
    }

    /** Looks once. What cannot be read now is read at the next look. */
    @Scheduled(fixedDelayString = "${constancia.ledger.watch:1s}")
    void look() {
        try {
            Map<String, Document> found = store.find(View.LEDGER, Alarm.IDS);
            Document published = store.find(View.LEDGER, List.of(Published.ID)).get(Published.ID);
            seen = new Seen(published == null ? null : Published.of(published), found.values().stream().map(Alarm::of).toList());
        } catch (RuntimeException e) {
            LOG.debug("ledger=not-seen reason={}", e.getClass().getSimpleName());
        }
    }

    Optional<Published> published() {
        return Optional.ofNullable(seen.published());
    }

    List<Alarm> alarms() {
        return seen.alarms();
    }

    /** The file for which the newest checkpoint waits in the node that reads. */
    Optional<String> missing() {
        return Optional.ofNullable(missing);
    }

    /** Why the topic cannot be read. */
    Optional<String> failure() {
        return Optional.ofNullable(failure.get());
    }

    void taken(Intake.Taken taken) {
        failure.set(null);
        missing = taken.missing().orElse(null);
        taken.alarms().forEach(alarm -> LOG.error("ledger=refused kind={} position={} message=\"{}\" action=\"keep the evidence and examine who wrote it\"",
                alarm.kind(), alarm.position(), alarm.message()));
        look();
    }

    void failed(Exception e) {
        String reason = e.getClass().getSimpleName();
        if (!reason.equals(failure.getAndSet(reason))) {
            LOG.warn("ledger=waiting reason={} action=retry", reason, e);
        }
    }
}
