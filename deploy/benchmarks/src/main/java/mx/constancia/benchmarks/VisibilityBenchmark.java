package mx.constancia.benchmarks;

import java.io.IOException;
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
    private static final int WARM_STEPS = 4;
    private static final String AGENCY = "muestra";

    private int proposed;

    @Override
    public String shows() {
        return "How long after a command was sent its effect can be read on the query side, at a steady rate of commands.";
    }

    @Override
    public List<Size> sizes() {
        return List.of(new Size("rate", 200, "commands a second"), new Size("seconds", 15, "seconds in a round"), Size.rounds(3),
                new Size("warm", 120, "seconds of commands before the first round, at a rate that grows to that of the rounds"));
    }

    @Override
    public void measure(Sizes sizes, Stage stage, Report report) throws Exception {
        HostedService service = stage.commandService(Map.of());
        HostedService queries = stage.queryService(stage.mongo(), Map.of("constancia.http.min-position-wait", "10s"));
        HttpLanes commands = stage.opened(new HttpLanes(service.port()));
        QueryClient views = stage.opened(new QueryClient(queries.port()));
        String officer = stage.tokens().token("oficial-1", AGENCY, "RESPONSIBLE_UNIT");
        String unit = stage.tokens().token("udp-1", "segob", "UDP");
        commands.lend(lane -> lane.post("/agencies/" + AGENCY + "/register-agency", unit, UUID.randomUUID().toString(), """
                {"occurredOn": "%s", "name": "Secretaría de muestra", "kind": "AGENCY", "jurisdiction": "FEDERAL_AGENCY",
                 "timeZone": "America/Mexico_City"}""".formatted(today())));

        int rate = sizes.count("rate");
        // Cold services would let so many requests pile up that the first round measures nothing else.
        for (int step = 1; step <= WARM_STEPS; step++) {
            round(commands, views, officer, Math.max(1, rate * step / WARM_STEPS), sizes.get("warm") / WARM_STEPS);
        }
        Table table = report.table(Table.measure(rate + " commands a second", sizes.count("rounds"), List.of(
                new Variant("command answered", () -> Sample.latencies(round(commands, views, officer, rate, sizes.get("seconds"))[0])),
                new Variant("effect readable", () -> Sample.latencies(round(commands, views, officer, rate, sizes.get("seconds"))[1])))));
        report.below("p99 under 150 ms from sending a command to reading its effect", LIMIT_MILLIS,
                table.row("effect readable", "p99 ms").value().median());
        report.note("Times begin when the command was due, so that waiting for a busy client counts. The reader asks with the command's position.");
    }

    /** Times in nanoseconds from when a command was due: until its answer, and until its effect was read. */
    private Histogram[] round(HttpLanes commands, QueryClient views, String officer, int rate, long seconds) throws Exception {
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
                    String position = commands.lend(lane -> propose(lane, officer, id));
                    answered.recordValue(System.nanoTime() - due);
                    views.ask("/mechanisms/" + id + "?min-position=" + position);
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

    private static String propose(HttpLane lane, String officer, String id) throws IOException {
        return lane.post("/mechanisms/" + id + "/propose-mechanism", officer, UUID.randomUUID().toString(), """
                {"occurredOn": "%s", "name": "Consejo de muestra", "authorityBasis": ["Ley de Planeación, art. 20"],
                 "problemAnalysisDoc": "doc-1", "benefitsDiagnosisDoc": "doc-2", "memberProfile": {"sectors": ["CSO", "ACADEMIC"]}}"""
                .formatted(today())).headers().get("constancia-position");
    }

    private static LocalDate today() {
        return LocalDate.now(ZoneId.of("America/Mexico_City"));
    }
}
