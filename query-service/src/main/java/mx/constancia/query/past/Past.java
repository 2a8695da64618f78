package mx.constancia.query.past;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import mx.constancia.events.EventJson;
import mx.constancia.events.RecordedEvent;
import mx.constancia.history.Fold;
import mx.constancia.history.Moment;
import mx.constancia.history.Moment.Known;
import mx.constancia.query.http.problem.Problem;
import mx.constancia.query.http.problem.ProblemType;

/**
 * One aggregate's history, for one question. A moment is found without reading more of the timeline than the pages in which
 * some events count and others do not.
 */
final class Past<S extends Record> {

    private static final int SIZE = StreamEvents.PAGE;

    private final Fold<S> fold;
    private final StreamEvents events;
    private final String stream;
    private final long newest;
    /** One for each full page. */
    private final List<Checkpoint<S>> checkpoints;
    private final Map<Integer, List<RecordedEvent>> read = new HashMap<>();

    /**
     * The history of an aggregate.
     *
     * @param newest its newest version
     */
    Past(Fold<S> fold, Checkpoints<S> checkpoints, StreamEvents events, String stream, long newest) {
        this.fold = fold;
        this.events = events;
        this.stream = stream;
        this.newest = newest;
        this.checkpoints = checkpoints.first(stream, Math.toIntExact(newest / SIZE));
    }

    /** What the pages of its timeline begin with. */
    String stream() {
        return stream;
    }

    /** What to answer when nothing of it counts at a moment. */
    Problem nothingYet() {
        RecordedEvent first = events.read(stream, 1, 1).getFirst();
        return new Problem(ProblemType.BEFORE_THE_BEGINNING, ProblemType.BEFORE_THE_BEGINNING.explanation())
                .with("firstPosition", first.position())
                .with("firstRecordedAt", EventJson.format(first.recordedAt()))
                .with("firstOccurredOn", first.envelope().occurredOn().toString());
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
    Optional<S> state(Moment moment, long lastKnown) {
        int whole = whole(moment, lastKnown);
        return Checkpoint.fold(fold, after(whole), from(whole, lastKnown, List.of(moment)).stream().filter(moment::counts).toList());
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
    Optional<S> after(int pages) {
        return pages == 0 ? Optional.empty() : Optional.of(checkpoints.get(pages - 1).state());
    }

    /** The last event of a number of whole pages and of those that count after them; empty when there is none. */
    Optional<RecordedEvent> last(int pages, List<RecordedEvent> counted) {
        return counted.isEmpty() ? pages == 0 ? Optional.empty() : Optional.of(checkpoints.get(pages - 1).last()) : Optional.of(counted.getLast());
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
                ? events.fullPage(stream, number, checkpoints.get(number).last())
                : events.read(stream, StreamEvents.firstOf(number), newest));
        return known.subList(0, (int) (last - StreamEvents.firstOf(page) + 1));
    }
}
