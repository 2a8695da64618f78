package mx.constancia.query.timeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import mx.constancia.events.StoredEvent;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Reads timelines. A full page of a stream never changes, and those that were asked for last are kept. Whether
 * the views still hold the history that they are of is asked each time.
 */
@Component
public final class Timelines {

    /** Characters of the events whose pages are kept; in the heap they take some five times as many bytes. */
    private static final long CAPACITY = 12 * 1024 * 1024;

    private final TimelinePages pages;
    private final Cache<PageId, List<TimelineFact>> kept = Caffeine.newBuilder().maximumWeight(CAPACITY).weigher(Timelines::weight).build();

    public Timelines(TimelinePages pages) {
        this.pages = pages;
    }

    private record PageId(String mechanismId, long page) {
    }

    /**
     * A stretch of a mechanism's timeline, in its order. It ends early where an event is not there, which is so only while the views
     * are built anew.
     *
     * @param first  first version
     * @param last   last version
     * @param newest the newest version that the views have; not before {@code last}
     */
    public List<TimelineFact> read(String mechanismId, long first, long last, long newest) {
        long begin = TimelinePages.page(first);
        long end = Math.min(TimelinePages.page(last), newest / TimelinePages.SIZE - 1);
        List<TimelineFact> facts = new ArrayList<>(full(mechanismId, begin, end));
        long next = Math.max(first, TimelinePages.firstOf(end + 1));
        if (end < begin || !facts.isEmpty() && facts.getLast().event().version() == next - 1) {
            pages.read(mechanismId, next, last).stream().map(TimelineFact::of).forEach(facts::add);
        }
        return facts.stream().filter(fact -> fact.event().version() >= first && fact.event().version() <= last).toList();
    }

    /** The events of full pages, from a page up to and with another one. */
    private List<TimelineFact> full(String mechanismId, long first, long last) {
        if (first > last) {
            return List.of();
        }
        List<PageId> ids = LongStream.rangeClosed(first, last).mapToObj(page -> new PageId(mechanismId, page)).toList();
        List<@Nullable List<TimelineFact>> known = ids.stream().map(kept::getIfPresent).toList();
        if (known.stream().allMatch(Objects::nonNull) && has(mechanismId, known.getLast().getLast().event())) {
            return known.stream().flatMap(List::stream).toList();
        }
        List<TimelineFact> facts = pages.read(mechanismId, TimelinePages.firstOf(first), TimelinePages.firstOf(last + 1) - 1).stream()
                .map(TimelineFact::of).toList();
        IntStream.range(0, facts.size() / TimelinePages.SIZE)
                .forEach(page -> kept.put(ids.get(page), List.copyOf(facts.subList(page * TimelinePages.SIZE, (page + 1) * TimelinePages.SIZE))));
        return facts;
    }

    private boolean has(String mechanismId, StoredEvent event) {
        return pages.has(mechanismId, event.version(), event.eventId());
    }

    private static int weight(PageId page, List<TimelineFact> facts) {
        return facts.stream().map(TimelineFact::event).mapToInt(event -> event.envelope().length() + event.publicPart().length()
                + (event.restrictedPart() == null ? 0 : event.restrictedPart().length())).sum();
    }
}
