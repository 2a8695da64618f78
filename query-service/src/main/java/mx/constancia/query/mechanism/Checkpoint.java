package mx.constancia.query.mechanism;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import mx.constancia.events.RecordedEvent;
import mx.constancia.history.Fold;
import mx.constancia.history.MechanismHistory;
import mx.constancia.history.MechanismState;

import org.jspecify.annotations.Nullable;

/**
 * What the events of a timeline come to at the end of one of its full pages. Such a page never changes, and neither does this.
 *
 * @param state    the state after the page's last event
 * @param last     that event
 * @param earliest earliest legal date in the page
 * @param latest   latest legal date in the page
 */
record Checkpoint(MechanismState state, RecordedEvent last, LocalDate earliest, LocalDate latest) {

    static final Fold<MechanismState> FOLD = MechanismHistory::evolve;

    /** The checkpoint after a full page. */
    static Checkpoint after(@Nullable Checkpoint before, List<RecordedEvent> page) {
        List<LocalDate> dates = page.stream().map(event -> event.envelope().occurredOn()).sorted(Comparator.naturalOrder()).toList();
        return new Checkpoint(fold(before == null ? Optional.empty() : Optional.of(before.state()), page).orElseThrow(),
                page.getLast(), dates.getFirst(), dates.getLast());
    }

    /** The state after some more events. */
    static Optional<MechanismState> fold(Optional<MechanismState> start, List<RecordedEvent> events) {
        Optional<MechanismState> state = start;
        for (RecordedEvent event : events) {
            state = Optional.of(FOLD.evolve(state, event));
        }
        return state;
    }

    /** How much the state holds; successive checkpoints share most of it. */
    int weight() {
        return 1 + state.appointments().size() + state.calls().size() + state.invitations().size() + state.sessions().size()
                + state.annualReports().size() + state.findings().size();
    }
}
