package mx.constancia.query.stream;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.ReentrantLock;

import mx.constancia.events.StoredEvent;
import mx.constancia.query.log.LogReader;

import org.springframework.stereotype.Component;

/**
 * The pages of the log that clients read now, shared among them. What a page holds up to some position never changes, so
 * that only what is beyond it is read, by one client for all.
 */
@Component
class SharedPages {

    /** Characters of a page that is kept; a page of uncommonly large events is read anew by everyone. */
    private static final long LARGEST = 1024 * 1024;

    private final LogReader log;
    private final Semaphore reads;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<Long, SharedPage> pages;

    SharedPages(LogReader log, StreamProperties properties) {
        this.log = log;
        this.reads = new Semaphore(properties.reads(), true);
        this.pages = new LinkedHashMap<>(16, 0.75f, true) {

            private static final long serialVersionUID = 1;

            @Override
            protected boolean removeEldestEntry(Map.Entry<Long, SharedPage> eldest) {
                return size() > properties.cachedPages();
            }
        };
    }

    /**
     * The events from a position on, in their order, at most up to the end of its page.
     *
     * @param last last position; not beyond the visible head
     * @return none where an event is not there, which is so only while the views are built anew
     */
    List<SharedEntry> read(long first, long last) throws InterruptedException {
        return page(first / LogReader.PAGE).read(first, last);
    }

    private SharedPage page(long number) {
        lock.lock();
        try {
            return pages.computeIfAbsent(number, SharedPage::new);
        } finally {
            lock.unlock();
        }
    }

    /** Entries of a page from some position on, without a gap. */
    private final class SharedPage {

        private final long end;
        private final ReentrantLock reading = new ReentrantLock();
        private volatile List<SharedEntry> known = List.of();

        SharedPage(long number) {
            this.end = (number + 1) * LogReader.PAGE - 1;
        }

        List<SharedEntry> read(long first, long last) throws InterruptedException {
            long wanted = Math.min(last, end);
            List<SharedEntry> entries = known;
            if (!covers(entries, first, wanted)) {
                reading.lockInterruptibly();
                try {
                    entries = known;
                    if (!covers(entries, first, wanted)) {
                        entries = extended(entries, first, wanted);
                        known = size(entries) > LARGEST ? List.of() : entries;
                    }
                } finally {
                    reading.unlock();
                }
            }
            return stretch(entries, first, wanted);
        }

        private static List<SharedEntry> stretch(List<SharedEntry> entries, long first, long last) {
            if (entries.isEmpty() || entries.getLast().position() < first) {
                return List.of();
            }
            long base = entries.getFirst().position();
            return entries.subList((int) (first - base), (int) Math.min(last - base + 1, entries.size()));
        }

        private static boolean covers(List<SharedEntry> entries, long first, long last) {
            return !entries.isEmpty() && entries.getFirst().position() <= first && entries.getLast().position() >= last;
        }

        private List<SharedEntry> extended(List<SharedEntry> entries, long first, long last) throws InterruptedException {
            boolean continues = !entries.isEmpty() && entries.getFirst().position() <= first;
            List<SharedEntry> all = new ArrayList<>(continues ? entries : List.of());
            long from = continues ? entries.getLast().position() + 1 : first;
            reads.acquire();
            try {
                for (StoredEvent event : log.read(from, last)) {
                    all.add(new SharedEntry(event));
                }
            } finally {
                reads.release();
            }
            return List.copyOf(all);
        }

        private static long size(List<SharedEntry> entries) {
            return entries.stream().map(entry -> entry.entry().event())
                    .mapToLong(event -> event.envelope().length() + event.publicPart().length()).sum();
        }
    }
}
