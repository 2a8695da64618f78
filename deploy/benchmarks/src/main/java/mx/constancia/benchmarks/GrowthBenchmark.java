package mx.constancia.benchmarks;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import mx.constancia.embedded.EmbeddedPostgreSql;

/** {@code growth}: what the length of the log, and that of a stream, cost a command. */
final class GrowthBenchmark implements Benchmark {

    private static final int CLIENTS = 16;
    private static final int MECHANISMS = 200;
    private static final String RATE = "operations/s";
    private static final String SHORT = "a stream of a few events";

    @Override
    public String shows() {
        return "how many commands a second are durable on a long log, and on a long stream, beside a short one.";
    }

    @Override
    public List<Size> sizes() {
        return List.of(new Size("small", 100_000, "events in the shortest log"), new Size("middle", 1_000_000, "events in the middle one"),
                new Size("large", 1_000_000, "events in the longest log"), new Size("stream", 10_000, "events of the long stream"),
                new Size("seconds", 3, "time of one variant in one round"),
                new Size("warm", 20, "seconds of commands on each log before the first round"), Size.rounds(3));
    }

    /** A command side on a log of some length. */
    private record Grown(String name, String url, CommandNode node) {
    }

    @Override
    public void measure(Sizes sizes, Stage stage, Report report) throws Exception {
        EmbeddedPostgreSql postgres = stage.postgres();
        int rounds = sizes.count("rounds");
        long seconds = sizes.get("seconds");
        List<Grown> logs = new ArrayList<>();
        for (long events : List.of(sizes.get("small"), sizes.get("middle"), sizes.get("large")).stream().distinct().toList()) {
            String name = "log_of_" + events;
            postgres.createDatabase(name);
            CommandNode node = stage.opened(new CommandNode(postgres.jdbcUrl(name), postgres.user(), postgres.password()));
            CommandsBenchmark.inProcess(node, CLIENTS, 1);
            lengthen(postgres, name, events);
            logs.add(new Grown(String.format("%,d events", events), postgres.jdbcUrl(name), node));
        }
        for (Grown log : logs) {
            CommandsBenchmark.inProcess(log.node(), CLIENTS, sizes.get("warm"));
        }
        Table commands = report.table(Table.measure("Commands of " + CLIENTS + " clients, in process", rounds, logs.stream().map(log ->
                new Variant(log.name(), () -> CommandsBenchmark.inProcess(log.node(), CLIENTS, seconds))).toList()));
        Grown longest = logs.getLast();
        report.atLeast("throughput on " + longest.name() + " at least 0.9 of that on " + logs.getFirst().name(), 0.9,
                commands.row(longest.name(), RATE).ratio().median());
        report.table(Table.measure("Start of the command side, and its disk", rounds, logs.stream().map(log ->
                new Variant(log.name(), () -> started(postgres, log.url()))).toList()));

        CommandNode node = logs.getFirst().node();
        int few = node.begin(MECHANISMS);
        int one = node.begin(1);
        AtomicInteger next = new AtomicInteger();
        while (next.get() < sizes.count("stream")) {
            node.appoint(one, 0, "s-" + next.getAndIncrement());
        }
        String longStream = String.format("a stream of %,d events", sizes.get("stream"));
        Table streams = report.table(Table.measure("Commands of one client on", rounds, List.of(
                new Variant(SHORT, () -> Drive.run(1, seconds, client -> () -> {
                    int number = next.getAndIncrement();
                    node.appoint(few, number % MECHANISMS, "s-" + number);
                })),
                new Variant(longStream, () -> Drive.run(1, seconds, client -> () -> node.appoint(one, 0, "s-" + next.getAndIncrement()))))));
        report.below("a command on the long stream: below 1.5 times one on a short stream", 1.5,
                streams.row(longStream, "p50 ms").ratio().median());
        String url = logs.getFirst().url();
        execute(postgres, url, "create table kept as select * from snapshot");
        report.table(Table.measure("First command on " + longStream + ", of a command side that has just started", rounds, List.of(
                new Variant("with its snapshot", () -> first(postgres, url, "insert into snapshot table kept on conflict do nothing",
                        few, one, next.getAndAdd(2))),
                new Variant("without", () -> first(postgres, url, "delete from snapshot", few, one, next.getAndAdd(2))))));
        report.note("Each log has a database of its own, and the rounds take turns. A log is lengthened by copying the mechanisms, members and "
                + "receipts of a first second of commands under other ids. Its warming is long enough that most pages of the receipts' index were touched: "
                + "the first time after a checkpoint of the database, a page is written whole. All of the long stream's members still hold their seats.");
    }

    private static Sample started(EmbeddedPostgreSql postgres, String url) throws SQLException {
        long began = System.nanoTime();
        new CommandNode(url, postgres.user(), postgres.password()).close();
        double seconds = (System.nanoTime() - began) / 1e9;
        try (Connection connection = DriverManager.getConnection(url, postgres.user(), postgres.password());
                Statement statement = connection.createStatement();
                ResultSet size = statement.executeQuery("select pg_database_size(current_database())::float8 / next_position from log_head")) {
            size.next();
            return Sample.of("start s", seconds).and("bytes on disk/event", size.getDouble(1));
        }
    }

    /** A command on the long stream, after one on another, so that the stream is all that has to be loaded. */
    private static Sample first(EmbeddedPostgreSql postgres, String url, String before, int few, int one, int number) throws SQLException {
        execute(postgres, url, before);
        try (CommandNode node = new CommandNode(url, postgres.user(), postgres.password())) {
            node.appoint(few, 0, "s-" + number);
            long heap = UsedHeap.bytes();
            long began = System.nanoTime();
            node.appoint(one, 0, "s-" + (number + 1));
            double millis = (System.nanoTime() - began) / 1e6;
            long held = UsedHeap.bytes() - heap;
            try (Connection connection = DriverManager.getConnection(url, postgres.user(), postgres.password())) {
                long events = Queries.number(connection, "select max(version) from event_log where stream_id = 'mechanism-m-%d-0'".formatted(one));
                return Sample.of("ms", millis).and("heap bytes/event", (double) held / events);
            }
        }
    }

    private static void execute(EmbeddedPostgreSql postgres, String url, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, postgres.user(), postgres.password());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Copies what is in the log until it has so many events. */
    private static void lengthen(EmbeddedPostgreSql postgres, String database, long events) throws SQLException {
        try (Connection connection = DriverManager.getConnection(postgres.jdbcUrl(database), postgres.user(), postgres.password());
                Statement statement = connection.createStatement()) {
            statement.execute("""
                    create temporary table copies as
                    select k, %d::bigint as events, h.next_position as size from log_head h, generate_series(1, %1$d / h.next_position) k
                    where (k + 1) * h.next_position <= %1$d""".formatted(events));
            statement.execute("""
                    insert into event_log (position, event_id, stream_id, version, type, recorded_at, envelope, public_part, restricted_part,
                        restricted_digest, restricted_salt)
                    select c.size * c.k + e.position, gen_random_uuid()::text, e.stream_id || '-copy-' || c.k, e.version, e.type, h.last_recorded_at,
                        e.envelope, e.public_part, e.restricted_part, e.restricted_digest, e.restricted_salt
                    from copies c cross join event_log e cross join log_head h order by 1""");
            statement.execute("""
                    insert into command_receipt (actor_id, idempotency_key, fingerprint, stream_id, first_position, event_count, version, recorded_at)
                    select r.actor_id, gen_random_uuid()::text, r.fingerprint, r.stream_id || '-copy-' || c.k, c.size * c.k + r.first_position,
                        r.event_count, r.version, h.last_recorded_at
                    from copies c cross join command_receipt r cross join log_head h""");
            statement.execute("update log_head set next_position = (select count(*) from event_log)");
            statement.execute("vacuum analyze");
        }
    }
}
