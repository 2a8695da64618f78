package mx.constancia.auditor.source;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;

import org.jspecify.annotations.Nullable;

/** The events as a query service replays them, with their restricted parts where the caller may see these. */
public final class HttpEvents implements EventSource {

    private static final String LINES = "application/x-ndjson";
    private static final String HEAD = "Constancia-Visible-Head";
    private static final int ATTEMPTS = 5;

    private final Http http;

    public HttpEvents(Http http) {
        this.http = http;
    }

    @Override
    public String name() {
        return http.base() + "events";
    }

    @Override
    public EventCursor read(long from, long to) {
        if (from < to) {
            awaitHead(to - 1);
        }
        return new Cursor(from, to);
    }

    @Override
    public void close() {
        http.close();
    }

    /** The service's views may be a moment behind its ledger. */
    private void awaitHead(long needed) {
        long until = System.nanoTime() + Limits.STALLED.toNanos();
        for (int attempt = 1; ; attempt++) {
            long head = http.header("events", LINES, HEAD).map(Long::parseLong).orElse(-1L);
            if (head >= needed) {
                return;
            }
            if (System.nanoTime() > until) {
                throw new SourceException(name(),
                        "it shows events up to position " + head + ", and the checkpoint covers those up to " + needed);
            }
            http.backOff(attempt);
        }
    }

    private final class Cursor implements EventCursor {

        private final long to;
        private long next;
        private int broken;
        private @Nullable LineReader lines;

        Cursor(long from, long to) {
            this.next = from;
            this.to = to;
        }

        @Override
        public @Nullable Unread next() {
            while (next < to) {
                try {
                    LineReader open = lines;
                    byte[] line = (open == null ? open() : open).next();
                    if (line == null) {
                        return null;
                    }
                    Unread event = EventLine.unread(line, next);
                    next = Math.max(next, event.position() + 1);
                    broken = 0;
                    return event;
                } catch (IOException e) {
                    close();
                    lines = null;
                    if (++broken == ATTEMPTS) {
                        throw new SourceException(name(), e);
                    }
                    http.backOff(broken);
                }
            }
            return null;
        }

        private LineReader open() {
            HttpResponse<InputStream> answer = http.open("events?from=" + next + "&to=" + (to - 1), LINES);
            LineReader opened = new LineReader(answer.body(), Limits.EVENT);
            lines = opened;
            return opened;
        }

        @Override
        public void close() {
            LineReader open = lines;
            if (open != null) {
                try {
                    open.close();
                } catch (IOException e) {
                    // The connection is of no use any more, whatever it says.
                }
            }
        }
    }
}
