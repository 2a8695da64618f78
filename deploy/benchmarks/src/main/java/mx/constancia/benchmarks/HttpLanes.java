package mx.constancia.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.TimeUnit;

/** Connections to a service that are used again, for clients that come and go. There are as many as were in use at once. */
final class HttpLanes implements AutoCloseable {

    /** Less than a server waits before it ends a connection that nobody uses. */
    private static final long IDLE_NANOS = TimeUnit.SECONDS.toNanos(2);

    private final ConcurrentLinkedDeque<Idle> idle = new ConcurrentLinkedDeque<>();
    private final URI service;

    private record Idle(HttpLane lane, long since) {

        boolean old() {
            return System.nanoTime() - since > IDLE_NANOS;
        }
    }

    HttpLanes(int port) {
        this.service = URI.create("http://127.0.0.1:" + port);
    }

    /** What is done with a connection. */
    interface Use<T> {

        T with(HttpLane lane) throws IOException;
    }

    /** Lends a connection; one that failed is not used again. */
    <T> T lend(Use<T> use) throws IOException {
        Idle free = idle.poll();
        if (free != null && free.old()) {
            free.lane().close();
            // The last one used comes first: the others are older.
            close();
            free = null;
        }
        HttpLane lane = free == null ? new HttpLane(service) : free.lane();
        try {
            T result = use.with(lane);
            idle.push(new Idle(lane, System.nanoTime()));
            return result;
        } catch (IOException e) {
            lane.close();
            throw e;
        }
    }

    @Override
    public void close() throws IOException {
        for (Idle each = idle.poll(); each != null; each = idle.poll()) {
            each.lane().close();
        }
    }
}
