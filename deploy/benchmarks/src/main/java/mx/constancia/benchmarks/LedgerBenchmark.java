package mx.constancia.benchmarks;

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

import mx.constancia.events.StoredEvent;
import mx.constancia.local.HostedService;

/**
 * How fast the ledger follows the log, and what it costs those who command. The ledger is kept from working by holding the lock
 * that elects its writer, as another node would: the service is the same in both variants.
 */
final class LedgerBenchmark implements Benchmark {

    private static final int INSERT = 2_000;

    @Override
    public String shows() {
        return "how many events a second are integrated, signed and published; and commands a second with and without that.";
    }

    @Override
    public List<Size> sizes() {
        return List.of(new Size("events", 50_000, "events of a backlog"), new Size("clients", 32, "clients that command at once"),
                new Size("seconds", 15, "length of a round of commands"), Size.rounds(5));
    }

    @Override
    public void measure(Sizes sizes, Stage stage, Report report) throws Exception {
        HostedService service = stage.commandService(Map.of());
        try (Connection owner = DriverManager.getConnection(stage.jdbcUrl(), stage.postgres().user(), stage.postgres().password());
                CommandLoad load = new CommandLoad(service.port(), stage.tokens(), sizes.count("clients"))) {
            LedgerLock lock = new LedgerLock(owner);
            MadeUpLog log = new MadeUpLog(1_000);
            Table backlog = report.table(Table.measure("A backlog of events, integrated", sizes.count("rounds"),
                    List.of(new Variant("ledger", () -> backlog(owner, lock, log, sizes.count("events"))))));
            report.atLeast("events integrated a second", 10_000, backlog.row("ledger", "events/s").value().median());
            Table commands = report.table(Table.measure("Commands that register an agency", sizes.count("rounds"), List.of(
                    new Variant("without ledger", () -> {
                        lock.hold();
                        return load.run(sizes.get("seconds"));
                    }),
                    new Variant("with ledger", () -> {
                        lock.release();
                        awaitCaughtUp(owner);
                        return load.run(sizes.get("seconds"));
                    }))));
            report.atLeast("commands a second with the ledger, against without", 0.95,
                    Objects.requireNonNull(commands.row("with ledger", "commands/s").ratio()).median());
        }
    }

    private static Sample backlog(Connection owner, LedgerLock lock, MadeUpLog log, int count) throws Exception {
        lock.hold();
        for (int inserted = 0; inserted < count; inserted += INSERT) {
            insert(owner, log.next(Math.min(INSERT, count - inserted)));
        }
        // The relay's work is not to be measured.
        Queries.await(owner, "select (select next_position from relay_progress) = (select next_position from log_head)");
        long before = Queries.number(owner, "select coalesce(max(number), -1) from ledger_checkpoint");
        lock.release();
        awaitCaughtUp(owner);
        try (Statement statement = owner.createStatement(); ResultSet row = statement.executeQuery("""
                select (max(size) - min(size)) / nullif(extract(epoch from max(signed_at) - min(signed_at)), 0)
                from ledger_checkpoint where number > %d""".formatted(before))) {
            row.next();
            return Sample.of("events/s", row.getDouble(1));
        }
    }

    static void awaitCaughtUp(Connection owner) throws Exception {
        Queries.await(owner, "select coalesce(max(size), -1) = (select next_position from log_head) from ledger_checkpoint");
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
