package mx.constancia.query.past;

import java.util.ArrayList;
import java.util.List;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import mx.constancia.events.RecordedEvent;

/**
 * The checkpoints of aggregates that were asked about, so that a question about the past folds a page of events and not all
 * of them. Disposable: what is not there is folded from the timeline.
 */
final class Checkpoints<S extends Record> {

    /** Things in the states that are kept, some 0.7 kB each. */
    private static final long CAPACITY = 100_000;
    private static final int PAGES_AT_ONCE = 20;

    private final Subject<S> subject;
    private final StreamEvents events;
    private final Cache<String, List<Checkpoint<S>>> known = Caffeine.newBuilder().maximumWeight(CAPACITY).weigher(this::weight).build();

    Checkpoints(Subject<S> subject, StreamEvents events) {
        this.subject = subject;
        this.events = events;
    }

    /** The checkpoints of a stream's first pages, by page, when all of these are full. */
    List<Checkpoint<S>> first(String stream, int pages) {
        List<Checkpoint<S>> checkpoints = stillValid(stream);
        while (checkpoints.size() < pages) {
            checkpoints = extended(stream, checkpoints, Math.min(pages, checkpoints.size() + PAGES_AT_ONCE));
            known.asMap().merge(stream, checkpoints, (one, other) -> one.size() > other.size() ? one : other);
        }
        return checkpoints.subList(0, pages);
    }

    /** None, when the views hold another history now than the one that was folded. */
    private List<Checkpoint<S>> stillValid(String stream) {
        List<Checkpoint<S>> checkpoints = known.getIfPresent(stream);
        if (checkpoints == null) {
            return List.of();
        }
        RecordedEvent last = checkpoints.getLast().last();
        if (events.has(stream, last)) {
            return checkpoints;
        }
        known.asMap().remove(stream, checkpoints);
        return List.of();
    }

    private List<Checkpoint<S>> extended(String stream, List<Checkpoint<S>> checkpoints, int pages) {
        List<Checkpoint<S>> more = new ArrayList<>(checkpoints);
        List<RecordedEvent> read = events.read(stream, StreamEvents.firstOf(checkpoints.size()), StreamEvents.firstOf(pages) - 1);
        for (int first = 0; first < read.size(); first += StreamEvents.PAGE) {
            more.add(Checkpoint.after(subject.fold(), more.isEmpty() ? null : more.getLast(), read.subList(first, first + StreamEvents.PAGE)));
        }
        return List.copyOf(more);
    }

    /** Successive checkpoints share most of what they hold. */
    private int weight(String stream, List<Checkpoint<S>> checkpoints) {
        return checkpoints.size() + subject.weight().applyAsInt(checkpoints.getLast().state());
    }
}
