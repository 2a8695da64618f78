package mx.constancia.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.function.IntFunction;

import org.HdrHistogram.Histogram;

/** Asks a service over HTTP, one question after the other. */
final class QueryClient implements AutoCloseable {

    private static final int DIGITS = 3;
    private static final int OK = 200;
    private static final int AWAY = 503;

    private final HttpClient client = HttpClient.newHttpClient();
    private final String address;
    private final HttpLanes lanes;

    /** A client of the service on this port. */
    QueryClient(int port) {
        this.address = "http://127.0.0.1:" + port;
        this.lanes = new HttpLanes(port);
    }

    /** Waits until everything up to a position can be read. */
    void awaitVisible(long position) throws IOException {
        ask("/events?limit=1&min-position=" + position);
    }

    /** Asks and reads the answer to its end; asks again while the service is too busy to wait for a position. */
    void ask(String path) throws IOException {
        HttpLane.Reply reply;
        do {
            reply = lanes.lend(lane -> lane.get(path));
        } while (reply.status() == AWAY);
        if (reply.status() != OK) {
            throw new IllegalStateException(path + " was answered with " + reply.status() + ": " + reply.text());
        }
    }

    /** The time that each of a number of questions takes, to the last byte of its answer, in nanoseconds. */
    Histogram times(int questions, IntFunction<String> path) throws IOException {
        Histogram times = new Histogram(DIGITS);
        for (int question = 0; question < questions; question++) {
            String asked = path.apply(question);
            long began = System.nanoTime();
            ask(asked);
            times.recordValue(System.nanoTime() - began);
        }
        return times;
    }

    /** The answer as it comes. */
    InputStream open(String path, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        HttpResponse<InputStream> answer = client.send(request.build(), BodyHandlers.ofInputStream());
        if (answer.statusCode() != OK) {
            throw new IllegalStateException(path + " was answered with " + answer.statusCode());
        }
        return answer.body();
    }

    @Override
    public void close() throws IOException {
        lanes.close();
        client.close();
    }
}
