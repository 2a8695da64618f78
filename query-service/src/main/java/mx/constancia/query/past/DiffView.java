package mx.constancia.query.past;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

import mx.constancia.events.RecordedEvent;
import mx.constancia.history.Difference;
import mx.constancia.query.timeline.TimelineEntry;

import org.jspecify.annotations.Nullable;

/**
 * What two moments of an aggregate have different, by the events that are behind it.
 *
 * @param id      the mechanism, agency or entity
 * @param from    the one moment
 * @param to      the other moment
 * @param changes one for each event that is behind a difference, in the order of the log
 */
public record DiffView(String id, ReachedMoment from, ReachedMoment to, List<ChangeByEvent> changes) {

    /**
     * A moment, by the last event that counts at it.
     *
     * @param version  its version; 0 when nothing counts
     * @param position its position; absent when nothing counts
     */
    record ReachedMoment(long version, @Nullable Long position) {

        static ReachedMoment of(Optional<RecordedEvent> last) {
            return new ReachedMoment(last.map(RecordedEvent::version).orElse(0L), last.map(RecordedEvent::position).orElse(null));
        }
    }

    /**
     * What one event changed.
     *
     * @param event  the event, as in the timeline
     * @param undone whether the way leads back: the event counts at {@code from} and not at {@code to}
     * @param fields the fields that it was the last to change
     */
    record ChangeByEvent(TimelineEntry event, boolean undone, List<ChangedField> fields) {
    }

    /**
     * A field.
     *
     * @param path   JSON Pointer in the state as it is folded: appointments, calls, invitations, sessions and reports by their ids
     * @param before its value at {@code from}; absent when it had none
     * @param after  its value at {@code to}; absent when it has none
     */
    record ChangedField(String path, @Nullable Object before, @Nullable Object after) {
    }

    static List<ChangeByEvent> changes(List<Difference> differences, Function<RecordedEvent, TimelineEntry> entry) {
        Map<Long, List<Difference>> byEvent = differences.stream().collect(Collectors.groupingBy(
                difference -> difference.event().version() * 2 + (difference.undone() ? 1 : 0), TreeMap::new, Collectors.toList()));
        return byEvent.values().stream().map(each -> new ChangeByEvent(entry.apply(each.getFirst().event()), each.getFirst().undone(),
                each.stream().map(field -> new ChangedField(field.path(), field.before(), field.after())).toList())).toList();
    }
}
