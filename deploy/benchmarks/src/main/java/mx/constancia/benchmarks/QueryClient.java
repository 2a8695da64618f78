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

    private final HttpClient client = HttpClient.newHttpClient();
    private final String address;

    /** A client of the service on this port. */
    QueryClient(int port) {
        this.address = "http://127.0.0.1:" + port;
    }

    /** Waits until everything up to a position can be read. */
    void awaitVisible(long position) throws IOException, InterruptedException {
        int status;
        do {
            status = client.send(request("/events?limit=1&min-position=" + position), BodyHandlers.discarding()).statusCode();
        } while (status == 503);
        if (status != 200) {
            throw new IllegalStateException("status " + status);
        }
    }

    /** The time that each of a number of questions takes, to the last byte of its answer, in nanoseconds. */
    Histogram times(int questions, IntFunction<String> path) throws IOException, InterruptedException {
        Histogram times = new Histogram(DIGITS);
        for (int question = 0; question < questions; question++) {
            HttpRequest request = request(path.apply(question));
            long began = System.nanoTime();
            HttpResponse<byte[]> answer = client.send(request, BodyHandlers.ofByteArray());
            times.recordValue(System.nanoTime() - began);
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(request.uri() + " was answered with " + answer.statusCode());
            }
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
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(path + " was answered with " + answer.statusCode());
        }
        return answer.body();
    }

    private HttpRequest request(String path) {
        return HttpRequest.newBuilder(URI.create(address + path)).build();
    }

    @Override
    public void close() {
        client.close();
    }
}
