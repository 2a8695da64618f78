package mx.constancia.benchmarks;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import mx.constancia.embedded.EmbeddedPostgreSql;
import mx.constancia.events.Actor;
import mx.constancia.events.Envelope;
import mx.constancia.events.EventCodec;
import mx.constancia.events.mechanism.MemberAppointed;

/** {@code commands}: appoint-member over 200 mechanisms, in process and over HTTP, beside the limits of the machine. */
final class CommandsBenchmark implements Benchmark {

    private static final int MECHANISMS = 200;

    @Override
    public String shows() {
        return "how many commands a second are durable, and how long each takes, beside raw writes of the same bytes.";
    }

    @Override
    public List<Size> sizes() {
        return List.of(new Size("seconds", 3, "time of one variant in one round"), Size.rounds(3),
                new Size("clients", 64, "most clients; 1 and 16 come first"),
                new Size("warm", 30, "seconds of commands over HTTP, and in process, before the first round"));
    }

    @Override
    public void measure(Sizes sizes, Stage stage, Report report) throws Exception {
        long seconds = sizes.get("seconds");
        int rounds = sizes.count("rounds");
        EmbeddedPostgreSql postgres = stage.postgres();
        postgres.createDatabase("raw");
        postgres.createDatabase("in_process");
        RawLog raw = stage.opened(new RawLog(postgres.jdbcUrl("raw"), postgres.user(), postgres.password(), envelope(), fact()));
        CommandNode node = stage.opened(new CommandNode(postgres.jdbcUrl("in_process"), postgres.user(), postgres.password()));
        CommandClients http = new CommandClients(URI.create("http://127.0.0.1:" + stage.commandService(Map.of()).port()), stage.tokens());
        Followers followers = Followers.start(stage);
        http.registerTheAgency();
        inProcess(node, sizes.count("clients"), sizes.get("warm"));
        overHttp(http, followers, sizes.count("clients"), sizes.get("warm"));
        for (int clients : new int[] {1, 16, sizes.count("clients")}) {
            List<Variant> variants = new ArrayList<>();
            variants.add(new Variant("raw group commit", () -> Drive.run(clients, seconds, client -> raw.together("m-" + client))));
            variants.add(new Variant("raw insert and commit each", () -> Drive.run(clients, seconds, client -> raw.alone("m-" + client))));
            variants.add(new Variant("Constancia in process", () -> inProcess(node, clients, seconds)));
            variants.add(new Variant("Constancia over HTTP", () -> overHttp(http, followers, clients, seconds)));
            Table table = report.table(Table.measure(clients + (clients == 1 ? " client" : " clients"), rounds, variants));
            claims(report, table, clients);
        }
        report.note("Each variant has tables of its own on the same PostgreSQL, fsync and synchronous_commit on. The raw ones write an event "
                + "and a receipt of the same size, and judge nothing. Clients, both services, Kafka, the views and the database share the machine.");
    }

    private static void claims(Report report, Table table, int clients) {
        if (clients == 1) {
            report.below("over HTTP, one client: p50 below 4 ms", 4, table.row("Constancia over HTTP", "p50 ms").value().median());
        } else if (clients == 16) {
            report.atLeast("in process, 16 clients: at least half of the raw group commit", 0.5,
                    table.row("Constancia in process", "operations/s").ratio().median());
        } else {
            report.atLeast("over HTTP: at least 2,500 commands/s", 2500, table.row("Constancia over HTTP", "operations/s").value().median());
            report.below("over HTTP: p99 below 60 ms", 60, table.row("Constancia over HTTP", "p99 ms").value().median());
            for (String follower : List.of("relay", "ledger", "views")) {
                report.below("over HTTP: " + follower + " less than 2 s behind at the end", 2,
                        table.row("Constancia over HTTP", follower + " lag s").value().median());
            }
        }
    }

    static Sample inProcess(CommandNode node, int clients, long seconds) throws Exception {
        int set = node.begin(MECHANISMS);
        AtomicInteger next = new AtomicInteger();
        return Drive.run(clients, seconds, client -> () -> {
            int number = next.getAndIncrement();
            node.appoint(set, number % MECHANISMS, "s-" + number);
        });
    }

    /** Ends when all that follows the log has caught up, so that nothing is left over for the next variant. */
    static Sample overHttp(CommandClients http, Followers followers, int clients, long seconds) throws Exception {
        Sample commands = http.appoint(http.begin(MECHANISMS), MECHANISMS, clients, seconds);
        return commands.and(followers.lag());
    }

    /** The texts of the event that the benchmark records. */
    static String envelope() {
        return EventCodec.encode(new Envelope(CommandNode.DAY, "America/Mexico_City", "muestra",
                new Actor("oficial-1", "RESPONSIBLE_UNIT", "muestra"), null, "SEGOB-2017", List.of("G-17"), "HISTORICAL", List.of(), List.of(),
                null, "PUBLIC", "00000000-0000-0000-0000-000000000000", "00000000-0000-0000-0000-000000000000", null, List.of()));
    }

    static String fact() {
        MemberAppointed appointed = new MemberAppointed("A-100", "s-20000", "person:s-20000", "Persona integrante s-20000",
                "CIVIL_SOCIETY_REPRESENTATIVE", "ACADEMIC", null, "Universidad de muestra", "MEMBER", "TITULAR", "ELECTED_BY_CONSTITUENCY", null,
                null, CommandNode.DAY, CommandNode.DAY.plusYears(3), "NONE", null, null, true, "doc-acreditacion");
        EventCodec.Parts parts = EventCodec.encode(appointed);
        return parts.publicPart() + (parts.restrictedPart() == null ? "" : parts.restrictedPart());
    }
}
