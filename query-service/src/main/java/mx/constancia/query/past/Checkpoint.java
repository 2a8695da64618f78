package mx.constancia.query.past;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import mx.constancia.events.RecordedEvent;
import mx.constancia.history.Fold;

import org.jspecify.annotations.Nullable;

/**
 * What the events of a timeline come to at the end of one of its full pages. Such a page never changes, and neither does this.
 *
 * @param state    the state after the page's last event
 * @param last     that event
 * @param earliest earliest legal date in the page
 * @param latest   latest legal date in the page
 * @param <S>      the aggregate's state
 */
record Checkpoint<S>(S state, RecordedEvent last, LocalDate earliest, LocalDate latest) {

    /** The checkpoint after a full page. */
    static <S> Checkpoint<S> after(Fold<S> fold, @Nullable Checkpoint<S> before, List<RecordedEvent> page) {
        List<LocalDate> dates = page.stream().map(event -> event.envelope().occurredOn()).sorted(Comparator.naturalOrder()).toList();
        return new Checkpoint<>(fold(fold, before == null ? Optional.empty() : Optional.of(before.state()), page).orElseThrow(),
                page.getLast(), dates.getFirst(), dates.getLast());
    }

    /** The state after some more events. */
    static <S> Optional<S> fold(Fold<S> fold, Optional<S> start, List<RecordedEvent> events) {
        Optional<S> state = start;
        for (RecordedEvent event : events) {
            state = Optional.of(fold.evolve(state, event));
        }
        return state;
    }
}
