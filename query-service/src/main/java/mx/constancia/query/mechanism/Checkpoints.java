package mx.constancia.query.mechanism;

import java.util.ArrayList;
import java.util.List;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import mx.constancia.events.RecordedEvent;
import mx.constancia.query.timeline.TimelinePages;

import org.springframework.stereotype.Component;

/**
 * The checkpoints of mechanisms that were asked about, so that a question about the past folds a page of events and not all
 * of them. Disposable: what is not there is folded from the timeline.
 */
@Component
final class Checkpoints {

    /** Things in the states that are kept, some 0.7 kB each. */
    private static final long CAPACITY = 100_000;
    private static final int PAGES_AT_ONCE = 20;

    private final MechanismEvents events;
    private final Cache<String, List<Checkpoint>> known = Caffeine.newBuilder().maximumWeight(CAPACITY)
            .weigher((String id, List<Checkpoint> checkpoints) -> checkpoints.size() + checkpoints.getLast().weight()).build();

    Checkpoints(MechanismEvents events) {
        this.events = events;
    }

    /** The checkpoints of a mechanism's first pages, by page, when all of these are full. */
    List<Checkpoint> first(String mechanismId, int pages) {
        List<Checkpoint> checkpoints = stillValid(mechanismId);
        while (checkpoints.size() < pages) {
            checkpoints = extended(mechanismId, checkpoints, Math.min(pages, checkpoints.size() + PAGES_AT_ONCE));
            known.asMap().merge(mechanismId, checkpoints, (one, other) -> one.size() > other.size() ? one : other);
        }
        return checkpoints.subList(0, pages);
    }

    /** None, when the views hold another history now than the one that was folded. */
    private List<Checkpoint> stillValid(String mechanismId) {
        List<Checkpoint> checkpoints = known.getIfPresent(mechanismId);
        if (checkpoints == null) {
            return List.of();
        }
        RecordedEvent last = checkpoints.getLast().last();
        if (events.has(mechanismId, last)) {
            return checkpoints;
        }
        known.asMap().remove(mechanismId, checkpoints);
        return List.of();
    }

    private List<Checkpoint> extended(String mechanismId, List<Checkpoint> checkpoints, int pages) {
        List<Checkpoint> more = new ArrayList<>(checkpoints);
        List<RecordedEvent> read = events.read(mechanismId, MechanismEvents.firstOf(checkpoints.size()), MechanismEvents.firstOf(pages) - 1);
        for (int first = 0; first < read.size(); first += TimelinePages.SIZE) {
            more.add(Checkpoint.after(more.isEmpty() ? null : more.getLast(), read.subList(first, first + TimelinePages.SIZE)));
        }
        return List.copyOf(more);
    }
}
