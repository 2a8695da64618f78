package mx.constancia.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;

import mx.constancia.local.HostedService;
import mx.constancia.query.log.LogReader;

/** The whole log over HTTP, against reading its entries from the store. */
final class ReplayBenchmark implements Benchmark {

    private static final String LINES = "application/x-ndjson";
    private static final double EVENTS_A_SECOND = 50_000;
    private static final double GROWTH_MIB = 64;
    private static final int LOOKS = 10;

    @Override
    public String shows() {
        return "How fast the log is replayed over HTTP as lines, against reading the same entries from the store, and how much heap it holds meanwhile.";
    }

    @Override
    public List<Size> sizes() {
        return List.of(new Size("events", 100_000, "events in the log"), new Size("mechanisms", 500, "mechanisms whose events they are"),
                new Size("growth-events", 1_000_000, "events that are replayed while the heap is watched"), Size.rounds(5));
    }

    @Override
    public void measure(Sizes sizes, Stage stage, Report report) throws Exception {
        int events = sizes.count("events");
        String mongo = stage.mongo();
        PublishedLog topic = stage.opened(PublishedLog.create(stage.kafka()));
        topic.send(new MadeUpLog(sizes.count("mechanisms")), events);
        HostedService service = stage.queryService(mongo, Map.of());
        QueryClient client = stage.opened(new QueryClient(service.port()));
        client.awaitVisible(events - 1);
        Views views = stage.opened(new Views(mongo));
        LogReader log = new LogReader(views.store());

        Table table = report.table(Table.measure("Replay of " + events + " events", sizes.count("rounds"), List.of(
                new Variant("entries from the store", () -> entries(log, events)),
                new Variant("GET /events", () -> replay(client, "/events", events)),
                new Variant("GET /events, filtered by agency", () -> replay(client, "/events?agency=" + MadeUpLog.AGENCY, events)))));
        report.atLeast("50,000 events/s or more", EVENTS_A_SECOND, table.row("GET /events", "events/s").value().median());

        long watched = sizes.get("growth-events");
        Table heap = report.table(Table.measure("Heap while " + watched + " events are replayed", 1, List.of(
                new Variant("GET /events, again and again", () -> Sample.of("growth MiB", growth(client, watched, events))))));
        report.below("heap growth under 64 MiB", GROWTH_MIB, heap.rows().getFirst().value().median());
        report.note("Growth is what is reachable in the middle of the answers beyond what was before them, after a collection each time, in the whole "
                + "process: service, client, Kafka and, where it is used, the stand-in.");
    }

    private static Sample entries(LogReader log, int events) {
        long began = System.nanoTime();
        long read = 0;
        while (read < events) {
            read += log.read(read, events - 1).size();
        }
        return Sample.rate("events/s", read, System.nanoTime() - began);
    }

    private static Sample replay(QueryClient client, String path, int events) throws IOException, InterruptedException {
        long began = System.nanoTime();
        long bytes = 0;
        long lines = 0;
        try (InputStream answer = client.open(path, "Accept", LINES)) {
            byte[] buffer = new byte[1 << 16];
            for (int read = answer.read(buffer); read >= 0; read = answer.read(buffer)) {
                bytes += read;
                lines += lines(buffer, read);
            }
        }
        long nanos = System.nanoTime() - began;
        if (lines != events) {
            throw new IllegalStateException(lines + " lines instead of " + events);
        }
        return Sample.rate("events/s", lines, nanos).and("MB/s", bytes / 1e6 / (nanos / 1e9));
    }

    /** The most that was reachable in the middle of an answer, more than before the first. */
    private static double growth(QueryClient client, long watched, int events) throws IOException, InterruptedException {
        double before = usedMiB();
        double most = before;
        long look = Math.max(1, watched / LOOKS);
        long lines = 0;
        byte[] buffer = new byte[1 << 16];
        while (lines < watched) {
            try (InputStream answer = client.open("/events", "Accept", LINES)) {
                long left = events;
                for (int read = answer.read(buffer); read >= 0; read = answer.read(buffer)) {
                    int more = lines(buffer, read);
                    left -= more;
                    // The server is in the middle of it: it waits until this client reads on.
                    if ((lines + more) / look > lines / look) {
                        most = Math.max(most, usedMiB());
                    }
                    lines += more;
                }
                if (left != 0) {
                    throw new IllegalStateException(left + " lines are missing");
                }
            }
        }
        return most - before;
    }

    private static int lines(byte[] buffer, int length) {
        int lines = 0;
        for (int each = 0; each < length; each++) {
            if (buffer[each] == '\n') {
                lines++;
            }
        }
        return lines;
    }

    private static double usedMiB() {
        return UsedHeap.bytes() / (double) (1 << 20);
    }
}
