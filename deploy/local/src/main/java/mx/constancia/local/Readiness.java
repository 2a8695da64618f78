package mx.constancia.local;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Waits for a service to answer a probe with 200. */
public final class Readiness {

    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final Duration ANSWER = Duration.ofSeconds(5);

    private Readiness() {
    }

    /**
     * Returns when the readiness probe of a service answers 200.
     *
     * @throws IllegalStateException if it does not within {@code patience}; the message holds its last answer
     */
    public static void await(String service, Duration patience) throws InterruptedException {
        await(URI.create(service + "/actuator/health/readiness"), patience);
    }

    /**
     * Returns when the address answers 200.
     *
     * @throws IllegalStateException if it does not within {@code patience}; the message holds its last answer
     */
    static void await(URI address, Duration patience) throws InterruptedException {
        HttpRequest probe = HttpRequest.newBuilder(address).timeout(ANSWER).build();
        long end = System.nanoTime() + patience.toNanos();
        try (HttpClient client = HttpClient.newBuilder().connectTimeout(ANSWER).build()) {
            String answer = "none";
            while (System.nanoTime() < end) {
                try {
                    HttpResponse<String> response = client.send(probe, BodyHandlers.ofString());
                    if (response.statusCode() == 200) {
                        return;
                    }
                    answer = response.body();
                } catch (IOException e) {
                    answer = e.toString();
                }
                Thread.sleep(PAUSE);
            }
            throw new IllegalStateException(
                address + " does not answer 200 after " + patience.toSeconds() + " s; its last answer: " + answer);
        }
    }
}
