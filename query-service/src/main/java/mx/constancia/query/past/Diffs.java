package mx.constancia.query.past;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

import mx.constancia.events.RecordedEvent;
import mx.constancia.history.Difference;
import mx.constancia.history.Differences;
import mx.constancia.history.Fold;
import mx.constancia.history.Moment;
import mx.constancia.query.http.Reader;
import mx.constancia.query.http.problem.Problem;
import mx.constancia.query.http.problem.ProblemType;
import mx.constancia.query.timeline.TimelineEntry;

/** Compares two moments of an aggregate. */
final class Diffs<S extends Record> {

    /** Events that are folded for one answer. */
    static final int MOST = 5_000;

    private final Fold<S> fold;
    private final StreamEvents events;

    Diffs(Fold<S> fold, StreamEvents events) {
        this.fold = fold;
        this.events = events;
    }

    /**
     * The differences between two moments.
     *
     * @throws Problem when one of them cannot be answered, neither has anything, or too much lies between them
     */
    DiffView between(String id, Past<S> past, Moment from, Moment to, Reader reader) {
        long fromKnown = past.lastKnown(from);
        long toKnown = past.lastKnown(to);
        int whole = Math.min(past.whole(from, fromKnown), past.whole(to, toKnown));
        long last = Math.max(fromKnown, toKnown);
        if (last - whole * (long) StreamEvents.PAGE > MOST) {
            throw new Problem(ProblemType.TOO_FAR_APART, ProblemType.TOO_FAR_APART.explanation());
        }
        List<RecordedEvent> way = past.from(whole, last, List.of(from, to));
        List<RecordedEvent> before = way.stream().filter(from::counts).toList();
        List<RecordedEvent> after = way.stream().filter(to::counts).toList();
        Optional<S> start = past.after(whole);
        if (start.isEmpty() && before.isEmpty() && after.isEmpty()) {
            throw past.nothingYet();
        }
        List<Difference> differences = Differences.between(fold, start, before, after);
        return new DiffView(id, DiffView.ReachedMoment.of(past.last(whole, before)), DiffView.ReachedMoment.of(past.last(whole, after)),
                DiffView.changes(differences, entries(past.stream(), differences, reader)));
    }

    /** The events behind the differences as the timeline shows them. */
    private Function<RecordedEvent, TimelineEntry> entries(String stream, List<Difference> differences, Reader reader) {
        Map<Long, TimelineEntry> entries = new HashMap<>();
        Map<Long, TreeSet<Long>> pages = differences.stream().map(difference -> difference.event().version())
                .collect(Collectors.groupingBy(version -> version / StreamEvents.PAGE, Collectors.toCollection(TreeSet::new)));
        pages.values().forEach(versions -> events.stored(stream, versions.first(), versions.last()).stream()
                .filter(event -> versions.contains(event.version()))
                .forEach(event -> entries.put(event.version(), TimelineEntry.of(event, reader))));
        return event -> entries.get(event.version());
    }
}
