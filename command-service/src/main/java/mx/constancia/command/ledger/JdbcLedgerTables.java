package mx.constancia.command.ledger;

import java.sql.Connection;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

import javax.sql.DataSource;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.transaction.support.TransactionTemplate;

import mx.constancia.command.ledger.tree.LedgerAlarm;
import mx.constancia.command.ledger.tree.LedgerTables;
import mx.constancia.command.ledger.tree.SignedTree;
import mx.constancia.ledger.checkpoint.SignedCheckpoint;
import mx.constancia.ledger.merkle.Hash;
import mx.constancia.ledger.note.SignedNote;
import mx.constancia.ledger.tiles.Tile;
import mx.constancia.ledger.tiles.TileId;

/** The tree in PostgreSQL. The database itself refuses a tile that does not grow and a checkpoint that does not follow. */
final class JdbcLedgerTables implements LedgerTables {

    private final JdbcTemplate jdbc;
    private final JdbcClient client;
    private final TransactionTemplate transactions;
    private final Clock clock;

    private JdbcLedgerTables(DataSource dataSource, Clock clock) {
        this.jdbc = new JdbcTemplate(dataSource);
        this.client = JdbcClient.create(jdbc);
        this.transactions = new TransactionTemplate(new DataSourceTransactionManager(dataSource));
        this.clock = clock;
    }

    /** For the writer: over the connection that holds the right to write. */
    static JdbcLedgerTables over(Connection connection, Clock clock) {
        return new JdbcLedgerTables(new SingleConnectionDataSource(connection, true), clock);
    }

    /** For readers. */
    static JdbcLedgerTables over(DataSource dataSource, Clock clock) {
        return new JdbcLedgerTables(dataSource, clock);
    }

    @Override
    public long logEnd() {
        return client.sql("select next_position from log_head").query(Long.class).single();
    }

    @Override
    public Optional<SignedTree> lastSigned() {
        return client.sql("select number, note from ledger_checkpoint order by number desc limit 1")
                .query((row, number) -> new SignedTree(row.getLong(1), new SignedCheckpoint(SignedNote.parse(row.getString(2))))).optional();
    }

    @Override
    public Tile read(TileId id) {
        byte[] hashes = client.sql("select hashes from ledger_tile where level = ? and index = ?").params(id.level(), id.index())
                .query((row, number) -> row.getBytes(1)).optional().orElse(new byte[0]);
        int width = hashes.length / Hash.SIZE;
        if (width < id.width()) {
            long first = id.index() << Byte.SIZE * (id.level() + 1);
            throw new LedgerAlarm(first, "the database holds " + width + " of " + id.width() + " hashes of " + id.path());
        }
        return Tile.parse(new TileId(id.level(), id.index(), width), hashes).narrowed(id.width());
    }

    @Override
    public void save(List<Tile> tiles, SignedTree signed) {
        List<Object[]> rows = tiles.stream().map(tile -> new Object[] {tile.id().level(), tile.id().index(), tile.bytes()}).toList();
        transactions.executeWithoutResult(status -> {
            jdbc.batchUpdate("""
                    insert into ledger_tile (level, index, hashes) values (?, ?, ?)
                    on conflict (level, index) do update set hashes = excluded.hashes""", rows);
            jdbc.update("insert into ledger_checkpoint (number, size, root, note, signed_at) values (?, ?, ?, ?, ?)",
                    signed.number(), signed.checkpoint().size(), signed.checkpoint().root().bytes(), signed.note().note().format(),
                    Timestamp.from(clock.instant()));
        });
    }
}
