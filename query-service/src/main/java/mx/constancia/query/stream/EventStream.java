package mx.constancia.query.stream;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import com.mongodb.MongoException;

import mx.constancia.query.http.Reader;
import mx.constancia.query.replay.EventFilter;

/**
 * One client's stream. History and what happens now are the same to it: it reads the log up to the visible head and then
 * waits for the head to move, so that there is no change-over at which an event could be missed or sent twice.
 */
final class EventStream {

    private final MovingHead head;
    private final SharedPages pages;
    private final StreamProperties properties;
    private final Clock clock;
    private final EventFilter filter;
    private final Reader reader;
    private final Instant until;
    private final Frames frames;

    /**
     * A stream.
     *
     * @param until when the reader's token expires; {@link Instant#MAX} for the public
     */
    EventStream(MovingHead head, SharedPages pages, StreamProperties properties, Clock clock,
            EventFilter filter, Reader reader, Instant until, Frames frames) {
        this.head = head;
        this.pages = pages;
        this.properties = properties;
        this.clock = clock;
        this.filter = filter;
        this.reader = reader;
        this.until = until;
        this.frames = frames;
    }

    /**
     * Sends what comes after a position, until the service ends it.
     *
     * @throws IOException when the client is gone, or did not read for too long
     */
    CutOff run(long after) throws IOException, InterruptedException {
        frames.heartbeat();
        frames.flush();
        try {
            send(after);
            return CutOff.TOKEN_EXPIRED;
        } catch (MovingHead.ClosingException e) {
            return CutOff.CLOSING;
        } catch (MongoException | NotThereException e) {
            return CutOff.VIEWS_UNAVAILABLE;
        }
    }

    private void send(long after) throws IOException, InterruptedException {
        long sent = after;
        long told = after;
        long silentSince = System.nanoTime();
        while (clock.instant().isBefore(until)) {
            Duration patience = properties.heartbeat().minusNanos(System.nanoTime() - silentSince);
            if (!patience.isPositive()) {
                frames.heartbeat();
                frames.flush();
                silentSince = System.nanoTime();
                continue;
            }
            long visible = head.awaitBeyond(sent, patience);
            if (visible > sent) {
                List<SharedEntry> entries = entries(sent + 1, visible);
                long before = told;
                for (SharedEntry entry : entries) {
                    told = send(entry, told);
                }
                sent = entries.getLast().position();
                if (told > before) {
                    frames.flush();
                    silentSince = System.nanoTime();
                }
            }
        }
    }

    /** Sends an event that matches, or a checkpoint when it is time for one; returns the position that the client knows. */
    private long send(SharedEntry entry, long told) throws IOException {
        if (filter.matches(entry.entry())) {
            frames.event(entry.frame(reader));
        } else if (entry.position() - told >= properties.checkpointEvery()) {
            frames.checkpoint(entry.position());
        } else {
            return told;
        }
        return entry.position();
    }

    private List<SharedEntry> entries(long first, long visible) throws InterruptedException {
        List<SharedEntry> entries = pages.read(first, visible);
        if (entries.isEmpty()) {
            throw new NotThereException();
        }
        return entries;
    }

    private static final class NotThereException extends RuntimeException {

        private static final long serialVersionUID = 1;
    }
}
