package mx.constancia.command.eventlog;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jspecify.annotations.Nullable;

import mx.constancia.events.entry.RestrictedSeal;

/**
 * V3: gives a salt and a digest to the restricted parts that were recorded before there were seals, then demands them of all.
 * The one time that rows of the log change; the trigger that refuses it is off only within this transaction, which holds a lock
 * against every other writer. The relay sends the sealed events again.
 */
public final class SealRestrictedParts implements JavaMigration {

    private static final int PAGE = 1000;

    @Override
    public MigrationVersion getVersion() {
        return MigrationVersion.fromVersion("3");
    }

    @Override
    public String getDescription() {
        return "seal restricted parts";
    }

    @Override
    public @Nullable Integer getChecksum() {
        return null;
    }

    @Override
    public boolean canExecuteInTransaction() {
        return true;
    }

    @Override
    public void migrate(Context context) throws SQLException {
        Connection connection = context.getConnection();
        try (Statement statement = connection.createStatement()) {
            statement.execute("alter table event_log disable trigger event_log_is_append_only");
            List<Unsealed> page = unsealed(connection, -1);
            if (!page.isEmpty()) {
                statement.execute("update relay_progress set next_position = least(next_position, " + page.getFirst().position() + ")");
            }
            while (!page.isEmpty()) {
                seal(connection, page);
                page = unsealed(connection, page.getLast().position());
            }
            statement.execute("alter table event_log enable trigger event_log_is_append_only");
            statement.execute("""
                    alter table event_log add constraint event_log_restricted_part_is_sealed check (
                        (restricted_part is null) = (restricted_salt is null)
                        and (restricted_salt is null or restricted_digest is not null))""");
        }
    }

    private record Unsealed(long position, String restrictedPart) {
    }

    private static List<Unsealed> unsealed(Connection connection, long after) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("""
                select position, restricted_part from event_log
                where position > ? and restricted_part is not null and restricted_digest is null order by position limit\s""" + PAGE)) {
            select.setLong(1, after);
            List<Unsealed> page = new ArrayList<>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    page.add(new Unsealed(rows.getLong(1), rows.getString(2)));
                }
            }
            return page;
        }
    }

    private static void seal(Connection connection, List<Unsealed> page) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(
                "update event_log set restricted_digest = ?, restricted_salt = ? where position = ?")) {
            for (Unsealed event : page) {
                RestrictedSeal seal = RestrictedSeal.of(event.restrictedPart());
                update.setString(1, seal.digest());
                update.setString(2, seal.salt());
                update.setLong(3, event.position());
                update.addBatch();
            }
            update.executeBatch();
        }
    }
}
