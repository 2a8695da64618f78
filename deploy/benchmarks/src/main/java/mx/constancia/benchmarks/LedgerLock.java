package mx.constancia.benchmarks;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Takes the election of the ledger's writer away from the service, and gives it back. */
final class LedgerLock {

    private static final long KEY = 0x6c6564676572L;

    private static final String HOLDER = """
            from pg_locks where locktype = 'advisory' and database =
            (select oid from pg_database where datname = current_database()) and classid = %d and objid = %d"""
            .formatted(KEY >>> Integer.SIZE, KEY & 0xffff_ffffL);

    private final Connection owner;
    private boolean held;

    LedgerLock(Connection owner) {
        this.owner = owner;
    }

    /** From now on the service's writer is a standby. */
    void hold() throws SQLException, InterruptedException {
        while (!held) {
            try (Statement statement = owner.createStatement()) {
                statement.execute("select pg_terminate_backend(pid) " + HOLDER);
                try (ResultSet row = statement.executeQuery("select pg_try_advisory_lock(" + KEY + ")")) {
                    held = row.next() && row.getBoolean(1);
                }
            }
            Thread.sleep(held ? 0 : 5);
        }
    }

    /** The service's writer is elected again soon. */
    void release() throws SQLException {
        if (held) {
            try (Statement statement = owner.createStatement()) {
                statement.execute("select pg_advisory_unlock(" + KEY + ")");
            }
            held = false;
        }
    }

    /** The process of the session that is elected. */
    long holder() throws SQLException {
        return Queries.number(owner, "select pid " + HOLDER);
    }
}
