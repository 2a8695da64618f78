package mx.constancia.benchmarks;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import mx.constancia.benchmarks.rivals.Alternative;
import mx.constancia.benchmarks.rivals.AxonStock;
import mx.constancia.benchmarks.rivals.EnversAudit;
import mx.constancia.benchmarks.rivals.FlowableCases;
import mx.constancia.embedded.EmbeddedPostgreSql;

/** {@code rivals}: appoint-member over 200 mechanisms, in process, beside what users would pick instead. */
final class RivalsBenchmark implements Benchmark {

    private static final int MECHANISMS = 200;
    private static final int WARM_CLIENTS = 16;
    private static final String CONSTANCIA = "Constancia in process";
    private static final String AXON = "Axon, its JDBC storage";
    private static final String AXON_IN_MEMORY = "the same, aggregates in memory";
    private static final String ENVERS = "Hibernate with Envers";
    private static final String FLOWABLE = "Flowable CMMN, full history";

    @Override
    public String shows() {
        return "how many durable appointments a second Constancia records, beside Axon's own storage, Envers and Flowable, and beside the "
                + "raw group commit of the same bytes.";
    }

    @Override
    public List<Size> sizes() {
        return List.of(new Size("seconds", 3, "time of one variant in one round"), Size.rounds(3),
                new Size("clients", 64, "most clients; 1 and 16 come first"),
                new Size("warm", 30, "seconds of commands to each before the first round"));
    }

    @Override
    public void measure(Sizes sizes, Stage stage, Report report) throws Exception {
        long seconds = sizes.get("seconds");
        EmbeddedPostgreSql postgres = stage.postgres();
        RawLog raw = stage.opened(new RawLog(database(postgres, "raw"), postgres.user(), postgres.password(),
                CommandsBenchmark.envelope(), CommandsBenchmark.fact()));
        CommandNode node = stage.opened(new CommandNode(database(postgres, "constancia"), postgres.user(), postgres.password()));
        Map<String, Alternative> alternatives = new LinkedHashMap<>();
        alternatives.put(AXON, stage.opened(AxonStock.asItComes(database(postgres, "axon"), postgres.user(), postgres.password())));
        alternatives.put(AXON_IN_MEMORY, stage.opened(
                AxonStock.withAggregatesInMemory(database(postgres, "axon_in_memory"), postgres.user(), postgres.password())));
        alternatives.put(ENVERS, stage.opened(new EnversAudit(database(postgres, "envers"), postgres.user(), postgres.password())));
        alternatives.put(FLOWABLE, stage.opened(new FlowableCases(database(postgres, "flowable"), postgres.user(), postgres.password())));
        AtomicInteger sets = new AtomicInteger();
        CommandsBenchmark.inProcess(node, WARM_CLIENTS, sizes.get("warm"));
        for (Alternative alternative : alternatives.values()) {
            appointments(alternative, sets.getAndIncrement(), WARM_CLIENTS, sizes.get("warm"));
        }
        for (int clients : new int[] {1, 16, sizes.count("clients")}) {
            List<Variant> variants = new ArrayList<>();
            variants.add(new Variant("raw group commit", () -> Drive.run(clients, seconds, client -> raw.together("m-" + client))));
            variants.add(new Variant(CONSTANCIA, () -> CommandsBenchmark.inProcess(node, clients, seconds)));
            alternatives.forEach((name, alternative) -> variants.add(new Variant(name,
                    () -> appointments(alternative, sets.getAndIncrement(), clients, seconds))));
            Table table = report.table(Table.measure(clients + (clients == 1 ? " client" : " clients"), sizes.count("rounds"), variants));
            if (clients == 16) {
                claims(report, table);
            }
        }
        report.note("Each has a database of its own on the same PostgreSQL, fsync and synchronous_commit on, and begins " + MECHANISMS
                + " mechanisms before each round. All check that the seat is free, the person no member yet, the dates in order and the "
                + "declaration there; Constancia also judges by its rulebook, keeps a receipt of each request, seals restricted parts and "
                + "orders all events.");
    }

    private static String database(EmbeddedPostgreSql postgres, String name) throws Exception {
        postgres.createDatabase(name);
        return postgres.jdbcUrl(name);
    }

    private static void claims(Report report, Table table) {
        report.atLeast("16 clients: at least 3 times Axon's own storage", 3, times(table, AXON));
        report.atLeast("16 clients: ahead of the same with aggregates in memory", 1, times(table, AXON_IN_MEMORY));
        report.atLeast("16 clients: at least 3 times Envers", 3, times(table, ENVERS));
        report.atLeast("16 clients: at least 20 times Flowable", 20, times(table, FLOWABLE));
        report.atLeast("16 clients: at least half of the raw group commit", 0.5, table.row(CONSTANCIA, "operations/s").ratio().median());
    }

    private static double times(Table table, String alternative) {
        return table.times(CONSTANCIA, alternative, "operations/s");
    }

    private static Sample appointments(Alternative alternative, int set, int clients, long seconds) throws Exception {
        for (int number = 0; number < MECHANISMS; number++) {
            alternative.begin("m-" + set + "-" + number);
        }
        AtomicInteger next = new AtomicInteger();
        return Drive.run(clients, seconds, client -> () -> {
            int number = next.getAndIncrement();
            alternative.appoint("m-" + set + "-" + number % MECHANISMS, "s-" + number);
        });
    }
}
