package mx.constancia.local;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.awaitility.Awaitility;

import mx.constancia.local.token.TokenClient;

import tools.jackson.databind.json.JsonMapper;

/** Officers who appoint one observer after another until the service stops answering; each seat is one idempotency key. */
final class Officers {

    static final String MECHANISM = "observador-ciudadano-chihuahua";
    static final String SEAT_PREFIX = "relevo-";
    private static final String BODY = """
        {"occurredOn": "2023-10-02", "recordMode": "HISTORICAL", "seatId": "%1$s", "personRef": "demo:%1$s",
         "sector": "CITIZEN", "seatRole": "OBSERVER", "entryRoute": "PUBLIC_CALL", "callId": "C-1"}""";

    private final Map<String, String> acknowledged = new ConcurrentHashMap<>();
    private final Map<String, String> unanswered = new ConcurrentHashMap<>();
    private final AtomicInteger seats = new AtomicInteger();
    private final ExecutorService threads;
    private final int number;
    private final HttpClient http = HttpClient.newHttpClient();
    private final String address;
    private final String token;

    Officers(Addresses addresses, int number) throws Exception {
        this.number = number;
        this.threads = Executors.newFixedThreadPool(number);
        this.address = addresses.command();
        this.token = token(addresses);
    }

    void begin() {
        for (int i = 0; i < number; i++) {
            threads.execute(this::appointUntilUnanswered);
        }
    }

    void awaitAcknowledged(int atLeast) {
        Awaitility.await().atMost(Duration.ofMinutes(2)).until(() -> acknowledged.size() >= atLeast);
    }

    /** The ids of the acknowledged events by seat, once nobody is at work any more. */
    Map<String, String> end() throws InterruptedException {
        threads.shutdown();
        if (!threads.awaitTermination(1, TimeUnit.MINUTES)) {
            throw new IllegalStateException("officers still wait for answers");
        }
        return acknowledged;
    }

    /** Sends what was never answered again, with the same keys; returns the ids of its events by seat. */
    Map<String, String> repeatUnanswered(Addresses addresses) throws Exception {
        String fresh = token(addresses);
        for (String seat : unanswered.keySet()) {
            unanswered.put(seat, appoint(addresses.command(), fresh, seat).orElseThrow());
        }
        return unanswered;
    }

    private void appointUntilUnanswered() {
        String seat = null;
        try {
            while (true) {
                seat = SEAT_PREFIX + seats.incrementAndGet();
                Optional<String> eventId = appoint(address, token, seat);
                if (eventId.isEmpty()) {
                    unanswered.put(seat, "");
                    return;
                }
                acknowledged.put(seat, eventId.get());
            }
        } catch (IOException e) {
            unanswered.put(seat, "");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Optional<String> appoint(String service, String bearer, String seat) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(service + "/mechanisms/" + MECHANISM + "/appoint-member"))
                .timeout(Duration.ofSeconds(30))
                .header("Authorization", "Bearer " + bearer)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", '"' + seat + '"')
                .header("If-Match", "*")
                .POST(BodyPublishers.ofString(BODY.formatted(seat)))
                .build();
        HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            return Optional.empty();
        }
        return Optional.of(JsonMapper.shared().readTree(answer.body()).at("/events/0/eventId").asString());
    }

    private static String token(Addresses addresses) throws Exception {
        return new TokenClient(URI.create(addresses.issuer())).accessToken("chihuahua", "chihuahua");
    }
}
