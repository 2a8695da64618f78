package mx.constancia.query.replay;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

import mx.constancia.query.log.LogReader;

import org.jspecify.annotations.Nullable;

/**
 * The log page by page, the next one read while the current one is used: two pages in memory. Who stops taking has nothing to
 * close; a page that is being read then is dropped.
 */
final class PagesAhead {

    private final LogReader log;
    private final long last;
    private @Nullable FutureTask<List<LogEntry>> next;

    /**
     * The log up to a position.
     *
     * @param last last position; not beyond the visible head
     */
    PagesAhead(LogReader log, long last) {
        this.log = log;
        this.last = last;
    }

    /**
     * The page from a position on: at the first call any, after that the one that follows.
     *
     * @throws LogNotThereException when the views are emptied meanwhile
     */
    List<LogEntry> take(long first) {
        List<LogEntry> entries = next == null ? read(first) : await(next);
        if (entries.isEmpty()) {
            throw new LogNotThereException(first);
        }
        long following = entries.getLast().position() + 1;
        if (following <= last) {
            next = new FutureTask<>(() -> read(following));
            Thread.startVirtualThread(next);
        }
        return entries;
    }

    private List<LogEntry> read(long first) {
        return log.read(first, last).stream().map(LogEntry::new).toList();
    }

    private static List<LogEntry> await(FutureTask<List<LogEntry>> page) {
        try {
            return page.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException reason ? reason : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
