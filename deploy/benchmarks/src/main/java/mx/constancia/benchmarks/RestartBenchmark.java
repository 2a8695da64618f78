package mx.constancia.benchmarks;

import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;

/** {@code restart}: the local default on a log of some size; its views are in memory and filled from Kafka before it is ready. */
final class RestartBenchmark implements Benchmark {

    private static final int INSERT = 2_000;
    private static final int MECHANISMS = 1_000;
    private static final double NANOS = 1e9;

    @Override
    public String shows() {
        return "how long the local default takes from its start until it is ready, with all events in its views again.";
    }

    @Override
    public List<Size> sizes() {
        return List.of(new Size("events", 100_000, "events of the log"), Size.rounds(2));
    }

    @Override
    public void measure(Sizes sizes, Stage stage, Report report) throws Exception {
        Path empty = stage.directory().resolve("empty");
        Path full = stage.directory().resolve("full");
        start(empty);
        fill(full, sizes.count("events"));
        report.part("the local default, as deploy/local/run starts it");
        Table table = report.table(Table.measure("Start", sizes.count("rounds"), List.of(
                new Variant("no event", () -> start(empty)), new Variant("all events", () -> start(full)))));
        report.below("ready in less than 30 s", 30, table.row("all events", "s until ready").value().median());
    }

    private static Sample start(Path data) throws Exception {
        long began = System.nanoTime();
        try (LocalDefault local = LocalDefault.ready(data)) {
            return Sample.of("s until ready", (System.nanoTime() - began) / NANOS);
        }
    }

    /** Ends when relay and ledger have all of it, so that the starts that count only read. */
    private static void fill(Path data, int events) throws Exception {
        MadeUpLog log = new MadeUpLog(MECHANISMS);
        try (LocalDefault local = LocalDefault.ready(data);
                Connection owner = local.owner()) {
            for (int inserted = 0; inserted < events; inserted += INSERT) {
                LedgerBenchmark.insert(owner, log.next(Math.min(INSERT, events - inserted)));
            }
            Queries.await(owner, LedgerBenchmark.RELAYED);
            Queries.await(owner, LedgerBenchmark.CAUGHT_UP);
        }
    }
}
