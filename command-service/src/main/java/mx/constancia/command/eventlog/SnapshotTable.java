package mx.constancia.command.eventlog;

import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;

/** The stored shortcuts for loading long streams. Losing one costs time, nothing else. */
public final class SnapshotTable {

    private final JdbcClient jdbc;

    SnapshotTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The state of a stream's aggregate.
     *
     * @param streamId the stream
     * @param version  the version that it is the state of
     * @param revision the shape of the state; a reader with another shape does not understand it
     * @param state    JSON of the state
     */
    public record Snapshot(String streamId, long version, String revision, String state) {
    }

    /** Stores a snapshot unless a later one of the same revision is there. */
    public void store(Snapshot snapshot) {
        jdbc.sql("""
                insert into snapshot as stored (stream_id, version, revision, state) values (?, ?, ?, ?)
                on conflict (stream_id) do update
                set version = excluded.version, revision = excluded.revision, state = excluded.state
                where stored.version < excluded.version or stored.revision <> excluded.revision""")
                .params(snapshot.streamId(), snapshot.version(), snapshot.revision(), snapshot.state()).update();
    }

    /** The snapshot of a stream, if there is one of this revision. */
    public Optional<Snapshot> find(String streamId, String revision) {
        return jdbc.sql("select stream_id, version, revision, state from snapshot where stream_id = ? and revision = ?")
                .params(streamId, revision)
                .query((row, number) -> new Snapshot(row.getString(1), row.getLong(2), row.getString(3), row.getString(4)))
                .optional();
    }
}
