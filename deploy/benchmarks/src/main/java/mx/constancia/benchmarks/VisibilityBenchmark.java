package mx.constancia.benchmarks;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import mx.constancia.local.HostedService;

import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/** From a command to its effect on the query side, with both services, PostgreSQL and Kafka between. */
final class VisibilityBenchmark implements Benchmark {

    private static final double LIMIT_MILLIS = 150;
    private static final int DIGITS = 3;
    private static final int WARM_SECONDS = 8;
    private static final int AWAY = 503;
    private static final String AGENCY = "muestra";

    private final HttpClient http = HttpClient.newHttpClient();
    private int proposed;

    @Override
    public String shows() {
        return "How long after a command was sent its effect can be read on the query side, at a steady rate of commands.";
    }

    @Override
    public List<Size> sizes() {
        return List.of(new Size("rate", 200, "commands a second"), new Size("seconds", 15, "seconds in a round"), Size.rounds(3));
    }

    @Override
    public void measure(Sizes sizes, Stage stage, Report report) throws Exception {
        HostedService commands = stage.commandService(Map.of());
        HostedService queries = stage.queryService(stage.mongo(), Map.of("constancia.http.min-position-wait", "10s"));
        String officer = stage.tokens().token("oficial-1", AGENCY, "RESPONSIBLE_UNIT");
        command(commands.port(), "/agencies/" + AGENCY + "/register-agency", stage.tokens().token("udp-1", "segob", "UDP"), """
                {"occurredOn": "%s", "name": "Secretaría de muestra", "kind": "AGENCY", "jurisdiction": "FEDERAL_AGENCY",
                 "timeZone": "America/Mexico_City"}""".formatted(today()));

        int rate = sizes.count("rate");
        // Cold services would let so many requests pile up that the first round measures nothing else.
        for (int part = 8; part > 0; part /= 2) {
            round(commands.port(), queries.port(), officer, rate / part, WARM_SECONDS);
        }
        Table table = report.table(Table.measure(rate + " commands a second", sizes.count("rounds"), List.of(
                new Variant("command answered", () -> Sample.latencies(
                        round(commands.port(), queries.port(), officer, rate, sizes.count("seconds"))[0])),
                new Variant("effect readable", () -> Sample.latencies(
                        round(commands.port(), queries.port(), officer, rate, sizes.count("seconds"))[1])))));
        report.below("p99 under 150 ms from sending a command to reading its effect", LIMIT_MILLIS,
                table.row("effect readable", "p99 ms").value().median());
        report.note("Times begin when the command was due, so that waiting for a busy client counts. The reader asks with the command's position.");
    }

    /** Times in nanoseconds from when a command was due: until its answer, and until its effect was read. */
    private Histogram[] round(int commands, int queries, String officer, int rate, int seconds) throws Exception {
        Histogram answered = new ConcurrentHistogram(DIGITS);
        Histogram readable = new ConcurrentHistogram(DIGITS);
        List<Future<?>> running = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            long began = System.nanoTime();
            for (int each = 0; each < rate * seconds; each++) {
                long due = began + each * TimeUnit.SECONDS.toNanos(1) / rate;
                LockSupport.parkNanos(due - System.nanoTime());
                String id = "mecanismo-" + proposed++;
                running.add(threads.submit(() -> {
                    String position = propose(commands, officer, id);
                    answered.recordValue(System.nanoTime() - due);
                    read(queries, "/mechanisms/" + id + "?min-position=" + position);
                    readable.recordValue(System.nanoTime() - due);
                    return null;
                }));
            }
            for (Future<?> each : running) {
                each.get();
            }
        }
        return new Histogram[] {answered, readable};
    }

    private String propose(int port, String officer, String id) throws Exception {
        return command(port, "/mechanisms/" + id + "/propose-mechanism", officer, """
                {"occurredOn": "%s", "name": "Consejo de muestra", "authorityBasis": ["Ley de Planeación, art. 20"],
                 "problemAnalysisDoc": "doc-1", "benefitsDiagnosisDoc": "doc-2", "memberProfile": {"sectors": ["CSO", "ACADEMIC"]}}"""
                .formatted(today())).headers().firstValue("Constancia-Position").orElseThrow();
    }

    private HttpResponse<String> command(int port, String path, String token, String body) throws Exception {
        HttpResponse<String> answer = http.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Authorization", "Bearer " + token).header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString()).POST(BodyPublishers.ofString(body)).build(), BodyHandlers.ofString());
        if (answer.statusCode() != 201) {
            throw new IllegalStateException(path + " was answered with " + answer.statusCode() + ": " + answer.body());
        }
        return answer;
    }

    /** Asks again while the service is too busy; that counts as waiting. */
    private void read(int port, String path) throws Exception {
        int status = AWAY;
        while (status == AWAY) {
            status = http.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).build(), BodyHandlers.discarding()).statusCode();
        }
        if (status != 200) {
            throw new IllegalStateException(path + " was answered with " + status);
        }
    }

    private static LocalDate today() {
        return LocalDate.now(ZoneId.of("America/Mexico_City"));
    }
}
