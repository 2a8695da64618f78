package mx.constancia.benchmarks;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

import mx.constancia.testing.TestTokens;

/** Clients that send one command after the other, each to an aggregate of its own. */
final class CommandLoad implements AutoCloseable {

    private static final ZoneId ZONE = ZoneId.of("America/Mexico_City");

    private final HttpClient http = HttpClient.newHttpClient();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicLong agencies = new AtomicLong();
    private final String address;
    private final TestTokens tokens;
    private final int clients;

    CommandLoad(int port, TestTokens tokens, int clients) {
        this.address = "http://127.0.0.1:" + port + "/agencies/";
        this.tokens = tokens;
        this.clients = clients;
    }

    /** Commands for so many seconds. */
    Sample run(long seconds) throws Exception {
        String token = tokens.token("udp-1", "segob", "UDP");
        long began = System.nanoTime();
        long end = began + TimeUnit.SECONDS.toNanos(seconds);
        List<Callable<Long>> work = new ArrayList<>();
        for (int client = 0; client < clients; client++) {
            work.add(() -> {
                long done = 0;
                for (; System.nanoTime() < end; done++) {
                    command(token);
                }
                return done;
            });
        }
        long done = 0;
        for (Future<Long> client : threads.invokeAll(work)) {
            done += client.get();
        }
        return Sample.rate("commands/s", done, System.nanoTime() - began);
    }

    private void command(String token) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address + "agencia-" + agencies.getAndIncrement() + "/register-agency"))
                .header("Content-Type", "application/json").header("Idempotency-Key", UUID.randomUUID().toString())
                .header("Authorization", "Bearer " + token)
                .POST(BodyPublishers.ofString("""
                        {"occurredOn": "%s", "name": "Dependencia de prueba", "kind": "AGENCY", "jurisdiction": "FEDERAL_AGENCY",
                         "timeZone": "America/Mexico_City"}""".formatted(LocalDate.now(ZONE)))).build();
        int status = http.send(request, BodyHandlers.discarding()).statusCode();
        if (status != 201) {
            throw new IllegalStateException("a command was answered with " + status);
        }
    }

    @Override
    public void close() {
        threads.close();
        http.close();
    }
}
