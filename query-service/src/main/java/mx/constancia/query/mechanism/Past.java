package mx.constancia.query.mechanism;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import mx.constancia.events.RecordedEvent;
import mx.constancia.history.MechanismState;
import mx.constancia.history.Moment;
import mx.constancia.history.Moment.Known;
import mx.constancia.query.timeline.TimelinePages;

/**
 * One mechanism's history, for one question. A moment is found without reading more of the timeline than the pages in which
 * some events count and others do not.
 */
final class Past {

    private static final int SIZE = TimelinePages.SIZE;

    private final MechanismEvents events;
    private final String mechanismId;
    private final long newest;
    /** One for each full page. */
    private final List<Checkpoint> checkpoints;
    private final Map<Integer, List<RecordedEvent>> read = new HashMap<>();

    /**
     * The history of a mechanism.
     *
     * @param newest its newest version
     */
    Past(Checkpoints checkpoints, MechanismEvents events, String mechanismId, long newest) {
        this.events = events;
        this.mechanismId = mechanismId;
        this.newest = newest;
        this.checkpoints = checkpoints.first(mechanismId, Math.toIntExact(newest / SIZE));
    }

    /** The mechanism's first event. */
    RecordedEvent first() {
        return events.read(mechanismId, 1, 1).getFirst();
    }

    /** The last version that was known; 0 when none was. */
    long lastKnown(Moment moment) {
        if (moment.known() instanceof Known.Everything) {
            return newest;
        }
        if (moment.known() instanceof Known.ToVersion(long version)) {
            return Math.min(version, newest);
        }
        int page = 0;
        while (page < checkpoints.size() && moment.knows(checkpoints.get(page).last())) {
            page++;
        }
        return page * (long) SIZE + page(page, newest).stream().takeWhile(moment::knows).count();
    }

    /** The state at a moment; empty when nothing counts. */
    Optional<MechanismState> state(Moment moment, long lastKnown) {
        int whole = whole(moment, lastKnown);
        return Checkpoint.fold(after(whole), from(whole, lastKnown, List.of(moment)).stream().filter(moment::counts).toList());
    }

    /** How many pages from the first on count as a whole. */
    int whole(Moment moment, long lastKnown) {
        int pages = 0;
        while (pages < lastKnown / SIZE && moment.hadHappened(checkpoints.get(pages).latest())) {
            pages++;
        }
        return pages;
    }

    /** The state after a number of whole pages. */
    Optional<MechanismState> after(int pages) {
        return pages == 0 ? Optional.empty() : Optional.of(checkpoints.get(pages - 1).state());
    }

    /** The events from a page on, of which some may count at one of the moments. */
    List<RecordedEvent> from(int firstPage, long lastVersion, List<Moment> moments) {
        List<RecordedEvent> found = new ArrayList<>();
        for (int number = firstPage; number * (long) SIZE < lastVersion; number++) {
            int page = number;
            if (page >= checkpoints.size() || moments.stream().anyMatch(moment -> moment.hadHappened(checkpoints.get(page).earliest()))) {
                found.addAll(page(page, lastVersion));
            }
        }
        return found;
    }

    private List<RecordedEvent> page(int page, long lastVersion) {
        long last = Math.min(lastVersion, (page + 1) * (long) SIZE);
        List<RecordedEvent> known = read.computeIfAbsent(page, number -> number < checkpoints.size()
                ? events.fullPage(mechanismId, number, checkpoints.get(number).last())
                : events.read(mechanismId, MechanismEvents.firstOf(number), newest));
        return known.subList(0, (int) (last - MechanismEvents.firstOf(page) + 1));
    }
}
