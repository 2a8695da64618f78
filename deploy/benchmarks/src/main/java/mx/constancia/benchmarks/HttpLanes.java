package mx.constancia.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.util.concurrent.ConcurrentLinkedDeque;

/** Connections to a service that are used again, for clients that come and go. There are as many as were in use at once. */
final class HttpLanes implements AutoCloseable {

    private final ConcurrentLinkedDeque<HttpLane> idle = new ConcurrentLinkedDeque<>();
    private final URI service;

    HttpLanes(int port) {
        this.service = URI.create("http://127.0.0.1:" + port);
    }

    /** What is done with a connection. */
    interface Use<T> {

        T with(HttpLane lane) throws IOException;
    }

    /** Lends a connection; one that failed is not used again. */
    <T> T lend(Use<T> use) throws IOException {
        HttpLane free = idle.poll();
        HttpLane lane = free == null ? new HttpLane(service) : free;
        try {
            T result = use.with(lane);
            idle.push(lane);
            return result;
        } catch (IOException e) {
            lane.close();
            throw e;
        }
    }

    @Override
    public void close() throws IOException {
        for (HttpLane lane = idle.poll(); lane != null; lane = idle.poll()) {
            lane.close();
        }
    }
}
