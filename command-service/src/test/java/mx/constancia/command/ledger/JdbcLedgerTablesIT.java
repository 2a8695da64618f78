package mx.constancia.command.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

import com.zaxxer.hikari.HikariDataSource;

import mx.constancia.command.LogDatabase;
import mx.constancia.command.ledger.tree.LedgerAlarm;
import mx.constancia.command.ledger.tree.SignedTree;
import mx.constancia.ledger.checkpoint.Checkpoint;
import mx.constancia.ledger.checkpoint.SignedCheckpoint;
import mx.constancia.ledger.merkle.Hash;
import mx.constancia.ledger.merkle.TreeHasher;
import mx.constancia.ledger.note.Ed25519Key;
import mx.constancia.ledger.note.Ed25519NoteSigner;
import mx.constancia.ledger.tiles.RightEdge;
import mx.constancia.ledger.tiles.Tile;
import mx.constancia.ledger.tiles.TileId;
import mx.constancia.testing.Parts;

class JdbcLedgerTablesIT {

    private static final Ed25519NoteSigner SIGNER = new Ed25519NoteSigner("constancia.test/ledger", Ed25519Key.generate());

    private final LogDatabase database = LogDatabase.migrated(Parts.postgres().newDatabase());
    private final HikariDataSource service = database.asService();
    private final JdbcLedgerTables tables = JdbcLedgerTables.over(service, Clock.systemUTC());
    private final List<Hash> leaves = IntStream.range(0, 300).mapToObj(i -> new TreeHasher().leaf(new byte[] {(byte) i, 1})).toList();
    private final RightEdge.Appended ten = RightEdge.empty().append(leaves.subList(0, 10));
    private final RightEdge.Appended all = ten.edge().append(leaves.subList(10, 300));

    @BeforeEach
    void aTreeOfTen() {
        tables.save(List.of(), signed(0, 0, TreeHasher.EMPTY_ROOT));
        tables.save(ten.tiles(), signed(1, 10, ten.edge().root()));
    }

    @AfterEach
    void close() {
        service.close();
    }

    @Test
    void tilesAndCheckpointsComeBack() {
        tables.save(all.tiles(), signed(2, 300, all.edge().root()));

        assertThat(tables.lastSigned()).contains(signed(2, 300, all.edge().root()));
        assertThat(all.tiles()).allSatisfy(tile -> assertThat(tables.read(tile.id())).isEqualTo(tile));
        assertThat(tables.read(new TileId(0, 0, 10))).isEqualTo(ten.tiles().getFirst());
    }

    @Test
    void aTileThatIsNotThereIsAnAlarm() {
        assertThatThrownBy(() -> tables.read(new TileId(0, 0, 11))).isInstanceOf(LedgerAlarm.class);
        assertThatThrownBy(() -> tables.read(new TileId(0, 1, 1)))
                .isInstanceOfSatisfying(LedgerAlarm.class, e -> assertThat(e.position()).isEqualTo(256));
    }

    @Test
    void theDatabaseRefusesACheckpointThatDoesNotFollow() {
        assertRefused(List.of(), signed(1, 300, all.edge().root()));
        assertRefused(List.of(), signed(3, 300, all.edge().root()));
        assertRefused(List.of(), signed(2, 9, all.edge().root()));
        assertRefused(List.of(), signed(2, 10, all.edge().root()));
    }

    @Test
    void theDatabaseRefusesATileThatDoesNotGrowAndStoresNoCheckpointForIt() {
        Tile other = Tile.of(new TileId(0, 0, 11), Collections.nCopies(11, TreeHasher.EMPTY_ROOT));
        assertRefused(List.of(other), signed(2, 11, TreeHasher.EMPTY_ROOT));
        assertRefused(List.of(ten.tiles().getFirst().narrowed(9)), signed(2, 10, ten.edge().root()));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "update ledger_checkpoint set size = 9", "delete from ledger_checkpoint", "truncate ledger_checkpoint", "delete from ledger_tile",
        "truncate ledger_tile", "update ledger_tile set index = 7", "update ledger_tile set hashes = substring(hashes for 32)"})
    void evenTheOwnerCannotChangeWhatIsSigned(String statement) {
        try (HikariDataSource owner = database.asOwner()) {
            assertThatThrownBy(() -> JdbcClient.create(owner).sql(statement).update())
                    .rootCause().hasMessageMatching("(?s).*(append only|only grows).*");
        }
    }

    private void assertRefused(List<Tile> tiles, SignedTree signed) {
        assertThatThrownBy(() -> tables.save(tiles, signed)).rootCause().hasMessageMatching("(?s).*(does not follow|only grows|duplicate).*");
        assertThat(tables.lastSigned()).contains(signed(1, 10, ten.edge().root()));
        assertThat(tables.read(new TileId(0, 0, 10))).isEqualTo(ten.tiles().getFirst());
    }

    private static SignedTree signed(long number, long size, Hash root) {
        return new SignedTree(number, SignedCheckpoint.sign(new Checkpoint("constancia.test/ledger", size, root), List.of(SIGNER)));
    }
}
