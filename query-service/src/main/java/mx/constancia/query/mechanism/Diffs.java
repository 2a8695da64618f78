package mx.constancia.query.mechanism;

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
import mx.constancia.history.MechanismState;
import mx.constancia.history.Moment;
import mx.constancia.query.http.Reader;
import mx.constancia.query.http.problem.Problem;
import mx.constancia.query.http.problem.ProblemType;
import mx.constancia.query.timeline.TimelineEntry;
import mx.constancia.query.timeline.TimelinePages;

import org.springframework.stereotype.Component;

/** Compares two moments of a mechanism. */
@Component
class Diffs {

    /** MechanismEvents that are folded for one answer. */
    static final int MOST = 5_000;

    private final MechanismStates states;
    private final MechanismEvents events;

    Diffs(MechanismStates states, MechanismEvents events) {
        this.states = states;
        this.events = events;
    }

    /**
     * The differences between two moments.
     *
     * @throws Problem when one of them cannot be answered, neither has anything, or too much lies between them
     */
    DiffView between(String mechanismId, Moment from, Moment to, Reader reader) {
        Past past = states.past(mechanismId, from, to);
        long fromKnown = past.lastKnown(from);
        long toKnown = past.lastKnown(to);
        int whole = Math.min(past.whole(from, fromKnown), past.whole(to, toKnown));
        long last = Math.max(fromKnown, toKnown);
        if (last - whole * (long) TimelinePages.SIZE > MOST) {
            throw new Problem(ProblemType.TOO_FAR_APART, ProblemType.TOO_FAR_APART.explanation());
        }
        List<RecordedEvent> way = past.from(whole, last, List.of(from, to));
        List<RecordedEvent> before = way.stream().filter(from::counts).toList();
        List<RecordedEvent> after = way.stream().filter(to::counts).toList();
        Optional<MechanismState> start = past.after(whole);
        if (start.isEmpty() && before.isEmpty() && after.isEmpty()) {
            throw MechanismStates.nothingYet(past);
        }
        List<Difference> differences = Differences.between(Checkpoint.FOLD, start, before, after);
        return new DiffView(mechanismId, DiffView.ReachedMoment.of(Checkpoint.fold(start, before)), DiffView.ReachedMoment.of(Checkpoint.fold(start, after)),
                DiffView.changes(differences, entries(mechanismId, differences, reader)));
    }

    /** The events behind the differences as the timeline shows them. */
    private Function<RecordedEvent, TimelineEntry> entries(String mechanismId, List<Difference> differences, Reader reader) {
        Map<Long, TimelineEntry> entries = new HashMap<>();
        Map<Long, TreeSet<Long>> pages = differences.stream().map(difference -> difference.event().version())
                .collect(Collectors.groupingBy(version -> version / TimelinePages.SIZE, Collectors.toCollection(TreeSet::new)));
        pages.values().forEach(versions -> events.stored(mechanismId, versions.first(), versions.last()).stream()
                .filter(event -> versions.contains(event.version()))
                .forEach(event -> entries.put(event.version(), TimelineEntry.of(event, reader))));
        return event -> entries.get(event.version());
    }
}
