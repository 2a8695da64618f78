package mx.constancia.benchmarks;

import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

import mx.constancia.events.StoredEvent;

/**
 * How fast the ledger follows the log, and what it costs those who command. The ledger is kept from working by holding the lock
 * that elects its writer, as another node would: the service is the same in both variants.
 */
final class LedgerBenchmark implements Benchmark {

    private static final int INSERT = 2_000;
    private static final int MECHANISMS = 200;
    private static final long FOLLOWING_SECONDS = 1;
    private static final String PROCESSOR = "processor ms/event";
    private static final String LEDGER = "of it the ledger's own, ms/event";
    private static final String HEAD = "select next_position from log_head";
    /** Whether the relay has sent all that is in the log. */
    static final String RELAYED = "select (select next_position from relay_progress) = (select next_position from log_head)";
    /** Whether the ledger has signed all that is in the log. */
    static final String CAUGHT_UP = "select coalesce(max(size), -1) = (select next_position from log_head) from ledger_checkpoint";

    @Override
    public String shows() {
        return "how many events a second are integrated, signed and published; and commands a second with and without that.";
    }

    @Override
    public List<Size> sizes() {
        return List.of(new Size("events", 50_000, "events of a backlog"), new Size("backlogs", 3, "rounds of such a backlog"),
                new Size("clients", 32, "clients that command at once"), new Size("seconds", 5, "length of a round of commands"),
                new Size("warm", 60, "seconds of commands before the first round"), Size.rounds(20));
    }

    @Override
    public void measure(Sizes sizes, Stage stage, Report report) throws Exception {
        CommandClients clients = new CommandClients(URI.create("http://127.0.0.1:" + stage.commandService(Map.of()).port()), stage.tokens());
        try (Connection owner = DriverManager.getConnection(stage.jdbcUrl(), stage.postgres().user(), stage.postgres().password())) {
            LedgerLock lock = new LedgerLock(owner);
            MadeUpLog log = new MadeUpLog(1_000);
            Table backlog = report.table(Table.measure("A backlog of events, integrated", sizes.count("backlogs"),
                    List.of(new Variant("ledger", () -> backlog(owner, lock, log, sizes.count("events"))))));
            report.atLeast("events integrated a second", 10_000, backlog.row("ledger", "events/s").value().median());
            commands(owner, clients, sizes.count("clients"), sizes.get("warm"), CAUGHT_UP);
            Table commands = report.table(Table.measure("Commands that appoint a member", sizes.count("rounds"), List.of(
                    new Variant("without ledger", () -> {
                        lock.hold();
                        return commands(owner, clients, sizes.count("clients"), sizes.get("seconds"), RELAYED);
                    }),
                    new Variant("with ledger", () -> {
                        lock.release();
                        Queries.await(owner, CAUGHT_UP);
                        LedgerWork ledger = new LedgerWork(lock.holder());
                        double before = ledger.millis();
                        long head = Queries.number(owner, HEAD);
                        Sample sample = commands(owner, clients, sizes.count("clients"), sizes.get("seconds"), CAUGHT_UP);
                        return sample.and(LEDGER, (ledger.millis() - before) / (Queries.number(owner, HEAD) - head));
                    }))));
            report.atLeast("commands a second with the ledger, against without", 0.95,
                    Objects.requireNonNull(commands.row("with ledger", "commands/s").ratio()).median());
            report.below("processor time of an event with the ledger, against without", 1.05,
                    Objects.requireNonNull(commands.row("with ledger", PROCESSOR).ratio()).median());
            report.below("part of the processor time that is the ledger's own", 0.05,
                    commands.row("with ledger", LEDGER).value().median() / commands.row("with ledger", PROCESSOR).value().median());
            report.note("The ledger's own processor time is that of its writer, its scrubber, its producer and the writer's database session: what the "
                    + "broker and the scrubber's sessions do for it is in the comparison only, which varies from pair to pair.");
            report.note("Processor time is that of services, clients and PostgreSQL, in the seconds of commands and one more, in which all is relayed and signed.");
        }
    }

    /**
     * Commands for so many seconds, and the processor time of these and of the next ones, in which the followers come to what was
     * recorded: what the process does for itself is the same in both variants.
     */
    private static Sample commands(Connection owner, CommandClients http, int clients, long seconds, String followed) throws Exception {
        int set = http.begin(MECHANISMS);
        Queries.await(owner, followed);
        ProcessorTime processor = new ProcessorTime(owner);
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds + FOLLOWING_SECONDS);
        double before = processor.millis();
        long head = Queries.number(owner, HEAD);
        Sample sample = http.appoint(set, MECHANISMS, clients, seconds);
        Queries.await(owner, followed);
        TimeUnit.NANOSECONDS.sleep(Math.max(0, end - System.nanoTime()));
        return Sample.of("commands/s", sample.metrics().get("operations/s"))
                .and(PROCESSOR, (processor.millis() - before) / (Queries.number(owner, HEAD) - head));
    }

    private static Sample backlog(Connection owner, LedgerLock lock, MadeUpLog log, int count) throws Exception {
        lock.hold();
        for (int inserted = 0; inserted < count; inserted += INSERT) {
            insert(owner, log.next(Math.min(INSERT, count - inserted)));
        }
        // The relay's work is not to be measured.
        Queries.await(owner, RELAYED);
        long before = Queries.number(owner, "select coalesce(max(number), -1) from ledger_checkpoint");
        lock.release();
        Queries.await(owner, CAUGHT_UP);
        try (Statement statement = owner.createStatement(); ResultSet row = statement.executeQuery("""
                select (max(size) - min(size)) / nullif(extract(epoch from max(signed_at) - min(signed_at)), 0)
                from ledger_checkpoint where number > %d""".formatted(before))) {
            row.next();
            return Sample.of("events/s", row.getDouble(1));
        }
    }

    static void insert(Connection owner, List<StoredEvent> events) throws SQLException {
        owner.setAutoCommit(false);
        try (PreparedStatement insert = owner.prepareStatement("insert into event_log values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
                Statement head = owner.createStatement()) {
            for (StoredEvent event : events) {
                insert.setLong(1, event.position());
                insert.setString(2, event.eventId());
                insert.setString(3, event.streamId());
                insert.setLong(4, event.version());
                insert.setString(5, event.type());
                insert.setObject(6, OffsetDateTime.ofInstant(event.recordedAt(), ZoneOffset.UTC));
                insert.setString(7, event.envelope());
                insert.setString(8, event.publicPart());
                insert.setString(9, event.restrictedPart());
                insert.setString(10, event.restrictedDigest());
                insert.setString(11, event.restrictedSalt());
                insert.addBatch();
            }
            insert.executeBatch();
            head.execute("update log_head set next_position = " + (events.getLast().position() + 1));
            owner.commit();
        } finally {
            owner.setAutoCommit(true);
        }
    }
}
