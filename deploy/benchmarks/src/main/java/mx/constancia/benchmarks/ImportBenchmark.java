package mx.constancia.benchmarks;

import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import tools.jackson.databind.JsonNode;

import mx.constancia.benchmarks.load.Load;
import mx.constancia.benchmarks.load.Load.AgencyFile;
import mx.constancia.local.HostedService;

/** {@code import}: the past of all agencies brought in, and sent once more. */
final class ImportBenchmark implements Benchmark {

    private static final double NANOS = 1e9;
    private static final double MEGABYTE = 1e6;

    @Override
    public String shows() {
        return "how long a load of national size takes through POST /imports, what it takes on disk, and how long its second sending and its views take.";
    }

    @Override
    public List<Size> sizes() {
        return List.of(new Size("tier", 1, "load: 1 is A (federal mechanisms, eight years), 2 is B (committees of 2024)"),
                new Size("scale", 1, "percent of the load"),
                new Size("clients", 2, "files that are sent at once"),
                new Size("seed", 1, "of the made-up lives"),
                new Size("views", 0, "1 fills the views from Kafka afterwards; the stand-in holds them in the heap, some 10 kB for an event"));
    }

    @Override
    public void measure(Sizes sizes, Stage stage, Report report) throws Exception {
        Path directory = stage.directory().resolve("load");
        Load.Written load = Load.of(sizes.get("tier") == 1 ? "A" : "B", sizes.get("seed"), sizes.count("scale")).write(directory);
        HostedService service = stage.commandService(Map.of());
        URI address = URI.create("http://127.0.0.1:" + service.port());
        ImportClient.send(address, stage.tokens().token("udp-1", "segob", "UDP"), "agencies", load.agencies());

        double before = diskOf(stage);
        long start = System.nanoTime();
        Sums first = sendAll(sizes.count("clients"), load.files(), stage, address);
        double seconds = (System.nanoTime() - start) / NANOS;
        double disk = diskOf(stage) - before;
        long again = System.nanoTime();
        Sums second = sendAll(sizes.count("clients"), load.files(), stage, address);
        double secondsAgain = (System.nanoTime() - again) / NANOS;

        List<Table.Row> rows = new ArrayList<>();
        row(rows, "first sending", "s", seconds);
        row(rows, "first sending", "lines", first.lines());
        row(rows, "first sending", "events", first.events());
        row(rows, "first sending", "refused", first.lines() - first.recorded());
        row(rows, "first sending", "lines/s", first.lines() / seconds);
        row(rows, "first sending", "events/s", first.events() / seconds);
        row(rows, "first sending", "MB on disk", disk / MEGABYTE);
        row(rows, "first sending", "bytes/event on disk", disk / first.events());
        row(rows, "second sending", "s", secondsAgain);
        row(rows, "second sending", "known", second.known());
        row(rows, "second sending", "lines/s", second.lines() / secondsAgain);
        if (sizes.get("views") == 1) {
            double filling = fill(stage);
            row(rows, "views, from nothing", "s", filling);
            row(rows, "views, from nothing", "events/s", first.events() / filling);
        }
        report.table(new Table("Import", "first sending", rows));
        report.below("no line is refused", 1, first.lines() - first.recorded());
        report.below("the second sending records nothing", 1, second.recorded());
        if (sizes.get("scale") == 100 && sizes.get("tier") == 1) {
            report.below("Tier A within 600 s", 600, seconds);
        }
        report.note("One round: a second one would find the first one's log. Relay and Kafka run along; no query service does until all is recorded.");
    }

    /** Seconds that a query service takes from its start, in this process, until all events can be read. */
    private static double fill(Stage stage) throws Exception {
        try (Connection owner = DriverManager.getConnection(stage.jdbcUrl(), stage.postgres().user(), stage.postgres().password())) {
            Queries.await(owner, LedgerBenchmark.RELAYED);
        }
        long last = events(stage) - 1;
        long start = System.nanoTime();
        HostedService views = stage.queryService(stage.mongo(), Map.of());
        stage.opened(new QueryClient(views.port())).awaitVisible(last);
        return (System.nanoTime() - start) / NANOS;
    }

    /** What the summaries of all files come to. */
    private record Sums(long lines, long recorded, long known, long events) {
    }

    private static Sums sendAll(int clients, List<AgencyFile> files, Stage stage, URI address) throws Exception {
        long before = events(stage);
        try (ExecutorService senders = Executors.newFixedThreadPool(clients)) {
            List<Future<JsonNode>> sent = new ArrayList<>();
            for (AgencyFile file : files) {
                Callable<JsonNode> sending = () -> ImportClient.send(address,
                        stage.tokens().token("officer-of-" + file.agency(), file.agency(), "RESPONSIBLE_UNIT"), "load", file.path());
                sent.add(senders.submit(sending));
            }
            long lines = 0;
            long recorded = 0;
            long known = 0;
            for (Future<JsonNode> each : sent) {
                JsonNode summary = each.get();
                lines += summary.get("lines").longValue();
                recorded += summary.get("recorded").longValue();
                known += summary.get("known").longValue();
            }
            return new Sums(lines, recorded, known, events(stage) - before);
        }
    }

    private static long events(Stage stage) throws Exception {
        return (long) number(stage, "select next_position from log_head");
    }

    private static double diskOf(Stage stage) throws Exception {
        return number(stage, "select pg_database_size(current_database())");
    }

    private static double number(Stage stage, String query) throws Exception {
        try (Connection connection = DriverManager.getConnection(stage.jdbcUrl(), stage.postgres().user(), stage.postgres().password());
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getDouble(1);
        }
    }

    private static void row(List<Table.Row> rows, String variant, String metric, double value) {
        rows.add(new Table.Row(variant, metric, List.of(value), Table.Spread.of(List.of(value)), null));
    }
}
