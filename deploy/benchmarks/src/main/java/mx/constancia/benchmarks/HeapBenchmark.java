package mx.constancia.benchmarks;

import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** {@code heap}: both services, each a process of its own with little heap, under as many commands as they take. */
final class HeapBenchmark implements Benchmark {

    private static final int MECHANISMS = 200;
    private static final String RATE = "operations/s";

    @Override
    public String shows() {
        return "that each service does its work under load in so little heap: it ends when that is not enough.";
    }

    @Override
    public List<Size> sizes() {
        return List.of(new Size("heap", 512, "MiB of heap for each service"), new Size("clients", 64, "clients that command at once"),
                new Size("seconds", 20, "length of a round"), new Size("warm", 60, "seconds of commands before the first round"), Size.rounds(3));
    }

    @Override
    public void measure(Sizes sizes, Stage stage, Report report) throws Exception {
        int heap = sizes.count("heap");
        ServiceProcess commands = stage.opened(ServiceProcess.start("constancia-command-service",
                "mx.constancia.command.CommandServiceApplication", heap, stage.directory().resolve("commands.log"), shared(stage, Map.of(
                        "spring.datasource.url", stage.jdbcUrl(),
                        "spring.datasource.username", stage.postgres().user(),
                        "spring.datasource.password", stage.postgres().password(),
                        "constancia.ledger.origin", "constancia.benchmark/ledger",
                        "constancia.ledger.key-file", stage.directory().resolve("ledger-key.pem").toString(),
                        "constancia.ledger.generate-key", "true"))));
        ServiceProcess queries = stage.opened(ServiceProcess.start("constancia-query-service",
                "mx.constancia.query.QueryServiceApplication", heap, stage.directory().resolve("queries.log"), shared(stage, Map.of(
                        "spring.mongodb.uri", stage.mongo(),
                        "constancia.http.min-position-wait", "20s"))));
        CommandClients clients = new CommandClients(URI.create("http://127.0.0.1:" + commands.port()), stage.tokens());
        clients.registerTheAgency();
        clients.appoint(clients.begin(MECHANISMS), MECHANISMS, sizes.count("clients"), sizes.get("warm"));
        try (Connection owner = DriverManager.getConnection(stage.jdbcUrl(), stage.postgres().user(), stage.postgres().password());
                QueryClient views = new QueryClient(queries.port())) {
            Table table = report.table(Table.measure(sizes.get("clients") + " clients, services with " + heap + " MiB of heap each",
                    sizes.count("rounds"), List.of(new Variant("services", () -> {
                        Sample load = clients.appoint(clients.begin(MECHANISMS), MECHANISMS, sizes.count("clients"), sizes.get("seconds"));
                        long began = System.nanoTime();
                        views.awaitVisible(Queries.number(owner, "select next_position - 1 from log_head"));
                        return Sample.of(RATE, load.metrics().get(RATE)).and("views behind s", (System.nanoTime() - began) / 1e9)
                                .and("command service, peak MiB in all", commands.peakMebibytes())
                                .and("query service, peak MiB in all", queries.peakMebibytes());
                    }))));
            report.below("views less than 2 s behind at the end of each round", 2, table.row("services", "views behind s").value().highest());
        }
        report.note("A service whose heap is too small ends, and so does the run. PostgreSQL, Kafka, clients and, where it is used, the "
                + "stand-in for MongoDB are not in these heaps.");
    }

    private static Map<String, String> shared(Stage stage, Map<String, String> own) throws Exception {
        Map<String, String> all = new HashMap<>(Map.of(
                "server.address", "127.0.0.1",
                "spring.kafka.bootstrap-servers", stage.kafka(),
                "spring.security.oauth2.resourceserver.jwt.issuer-uri", stage.tokens().issuer(),
                "spring.main.banner-mode", "off",
                "logging.level.root", "WARN"));
        all.putAll(own);
        return all;
    }
}
