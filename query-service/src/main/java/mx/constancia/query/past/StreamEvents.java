package mx.constancia.query.past;

import java.util.List;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import mx.constancia.events.EventCodec;
import mx.constancia.events.RecordedEvent;
import mx.constancia.events.StoredEvent;
import mx.constancia.query.http.problem.Problem;
import mx.constancia.query.http.problem.ProblemType;
import mx.constancia.query.timeline.TimelinePages;

/** The events of aggregates, for the fold: decoded, without what is restricted. */
final class StreamEvents {

    /** Versions in a page of the past: what is folded at most for one question when checkpoints are known. Whole pages of the timeline. */
    static final int PAGE = 10 * TimelinePages.SIZE;

    /** Full pages that are kept, some 0.3 MB each. */
    private static final int KEPT = 100;

    private final TimelinePages timeline;
    private final Cache<PageId, List<RecordedEvent>> pages = Caffeine.newBuilder().maximumSize(KEPT).build();

    StreamEvents(TimelinePages timeline) {
        this.timeline = timeline;
    }

    /** The first version of a page, from page 0. */
    static long firstOf(long page) {
        return page * PAGE + 1;
    }

    private record PageId(String stream, int page) {
    }

    /**
     * A full page, from page 0. It never changes, and is kept for the next question.
     *
     * @param last its last event in the history that is asked about; pages of another one are not it
     */
    List<RecordedEvent> fullPage(String stream, int page, RecordedEvent last) {
        PageId id = new PageId(stream, page);
        List<RecordedEvent> known = pages.getIfPresent(id);
        if (known == null || !known.getLast().eventId().equals(last.eventId())) {
            known = read(stream, firstOf(page), firstOf(page + 1) - 1);
            pages.put(id, known);
        }
        return known;
    }

    /** A stretch, every event of it. */
    List<RecordedEvent> read(String stream, long first, long last) {
        return stored(stream, first, last).stream().map(event -> EventCodec.decode(event.publicOnly())).toList();
    }

    /**
     * A stretch as it is stored, every event of it.
     *
     * @throws Problem when one is not there, which is so only while the views are built anew: fewer would be another history
     */
    List<StoredEvent> stored(String stream, long first, long last) {
        List<StoredEvent> events = timeline.read(stream, first, last);
        if (events.size() != Math.max(0, last - first + 1)) {
            throw new Problem(ProblemType.VIEWS_UNAVAILABLE, ProblemType.VIEWS_UNAVAILABLE.explanation());
        }
        return events;
    }

    /** Whether the timeline has this event at its version. */
    boolean has(String stream, RecordedEvent event) {
        return timeline.has(stream, event.version(), event.eventId());
    }
}
