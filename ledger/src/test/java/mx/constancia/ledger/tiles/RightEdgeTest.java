package mx.constancia.ledger.tiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import mx.constancia.ledger.MalformedException;
import mx.constancia.ledger.Samples;
import mx.constancia.ledger.merkle.Hash;
import mx.constancia.ledger.merkle.MemoryTree;
import mx.constancia.ledger.merkle.ProofBuilder;
import mx.constancia.ledger.merkle.TreeHasher;
import mx.constancia.ledger.merkle.TreeNode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RightEdgeTest {

    private static final int LARGEST = 70_000;
    private static final List<Hash> LEAVES = LongStream.range(0, LARGEST).mapToObj(Samples::leaf).toList();
    private static final MemoryTree TREE = new MemoryTree(LEAVES);

    private final Map<TileId, Tile> written = new HashMap<>();

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 255, 256, 257, 65_535, 65_536, 65_537, 70_000})
    void theTilesOfATreeHoldTheHashesOfTheDefinition(int size) {
        RightEdge edge = append(RightEdge.empty(), size);

        assertThat(edge.size()).isEqualTo(size);
        assertThat(edge.root()).isEqualTo(new ProofBuilder(TREE).root(size));
        assertThat(written.keySet()).containsExactlyInAnyOrderElementsOf(new TreeGrowth(0, size).tiles());
        written.forEach((id, tile) -> assertThat(tile.hashes()).as(id.path()).isEqualTo(definition(id)));
    }

    @Property(tries = 50)
    void appendingInAnyStepsLeadsToTheSameTreeAsAppendingAtOnce(
            @ForAll @Size(max = 12) List<@IntRange(max = 5_000) Integer> steps) {
        var tiles = new HashMap<TileId, byte[]>();
        RightEdge edge = RightEdge.empty();
        for (int step : steps) {
            long before = edge.size();
            RightEdge.Appended appended = edge.append(leaves(before, before + step));
            edge = appended.edge();

            assertThat(appended.tiles()).extracting(Tile::id).isEqualTo(new TreeGrowth(before, edge.size()).tiles());
            appended.tiles().forEach(tile -> tiles.put(tile.id(), tile.bytes()));
        }

        RightEdge.Appended atOnce = RightEdge.empty().append(leaves(0, edge.size()));
        assertThat(edge.root()).isEqualTo(atOnce.edge().root());
        assertThat(atOnce.tiles()).allSatisfy(tile -> assertThat(tiles.get(tile.id())).isEqualTo(tile.bytes()));
    }

    @Property(tries = 50)
    void anEdgeThatIsReadFromItsTilesContinuesAsIfItHadNeverStopped(
            @ForAll @IntRange(max = 69_000) int size, @ForAll @IntRange(max = 1_000) int more) {
        var tiles = new HashMap<TileId, Tile>();
        RightEdge.Appended appended = RightEdge.empty().append(leaves(0, size));
        appended.tiles().forEach(tile -> tiles.put(tile.id(), Tile.parse(tile.id(), tile.bytes())));

        RightEdge restored = RightEdge.of(size, RightEdge.tilesOf(size).stream().map(tiles::get).toList());

        assertThat(restored.root()).isEqualTo(appended.edge().root());
        assertThat(restored.append(leaves(size, size + more)).edge().root())
                .isEqualTo(appended.edge().append(leaves(size, size + more)).edge().root());
    }

    @Test
    void anEdgeIsNotRestoredFromTheTilesOfAnotherSize() {
        append(RightEdge.empty(), 300);
        List<Tile> tiles = RightEdge.tilesOf(300).stream().map(written::get).toList();

        assertThatThrownBy(() -> RightEdge.of(301, tiles))
                .isInstanceOf(MalformedException.class)
                .hasMessage("right edge, tiles: are not the partial tiles of a tree of size 301");
    }

    @Test
    void anAppendLeavesTheEdgeBeforeItAsItWas() {
        RightEdge before = append(RightEdge.empty(), 300);
        Hash root = before.root();

        before.append(leaves(300, 700));

        assertThat(before.root()).isEqualTo(root);
        assertThat(before.size()).isEqualTo(300);
    }

    @Test
    void proofsBuiltFromTilesAloneVerify() {
        append(RightEdge.empty(), LARGEST);
        var proofs = new ProofBuilder(new TileHashReader(written::get, LARGEST));
        Hash root = proofs.root(LARGEST);

        for (long index : new long[] {0, 1, 255, 256, 257, 65_535, 65_536, 69_887, 69_888, 69_999}) {
            proofs.inclusion(index, LARGEST).verify(LEAVES.get((int) index), root);
            Hash older = new ProofBuilder(TREE).root(index);
            proofs.consistency(index, LARGEST).verify(older, root);
        }
    }

    @Test
    void everyCompleteSubtreeOfASmallTreeIsReadFromItsTiles() {
        append(RightEdge.empty(), 600);
        var reader = new TileHashReader(written::get, 600);

        for (int height = 0; height < 10; height++) {
            for (long index = 0; (index + 1) << height <= 600; index++) {
                assertThat(reader.read(new TreeNode(height, index))).isEqualTo(TREE.read(new TreeNode(height, index)));
            }
        }
    }

    @Test
    void aTileIsReadOnceForAProof() {
        append(RightEdge.empty(), LARGEST);
        var reads = new ArrayList<TileId>();
        var reader = new TileHashReader(id -> {
            reads.add(id);
            return written.get(id);
        }, LARGEST);

        new ProofBuilder(reader).inclusion(69_999, LARGEST);

        assertThat(reads).doesNotHaveDuplicates().hasSizeLessThanOrEqualTo(4);
    }

    @Test
    void twoTilesAreEqualIfTheirPlaceAndTheirBytesAre() {
        Tile tile = Tile.of(new TileId(0, 0, 2), LEAVES.subList(0, 2));

        assertThat(tile).isEqualTo(Tile.parse(tile.id(), tile.bytes())).hasSameHashCodeAs(Tile.parse(tile.id(), tile.bytes()));
        assertThat(tile).isNotEqualTo(Tile.of(tile.id(), LEAVES.subList(1, 3))).isNotEqualTo(Tile.parse(new TileId(0, 1, 2), tile.bytes()));
    }

    @Test
    void aTileHasThirtyTwoBytesForEachHash() {
        var id = new TileId(0, 0, 2);

        assertThatThrownBy(() -> Tile.parse(id, new byte[63]))
                .isInstanceOf(MalformedException.class)
                .hasMessage("tile tile/0/000.p/2, length: 63 bytes instead of 64");
        assertThatThrownBy(() -> Tile.of(id, LEAVES.subList(0, 3))).isInstanceOf(MalformedException.class);
    }

    @Test
    void aPartialTileIsTheBeginningOfTheFullOne() {
        append(RightEdge.empty(), 256);
        Tile full = written.get(new TileId(0, 0, 256));

        assertThat(full.narrowed(255).hashes()).isEqualTo(LEAVES.subList(0, 255));
        assertThat(full.narrowed(1).id().path()).isEqualTo("tile/0/000.p/1");
        assertThat(full.root(new TreeHasher())).isEqualTo(TREE.read(new TreeNode(8, 0)));
        assertThatThrownBy(() -> full.narrowed(255).narrowed(256)).isInstanceOf(MalformedException.class);
        assertThatThrownBy(() -> full.narrowed(0)).isInstanceOf(MalformedException.class);
    }

    private RightEdge append(RightEdge edge, long size) {
        RightEdge.Appended appended = edge.append(leaves(edge.size(), size));
        appended.tiles().forEach(tile -> written.put(tile.id(), tile));
        return appended.edge();
    }

    private static List<Hash> leaves(long from, long to) {
        return LEAVES.subList((int) from, (int) to);
    }

    /** MTH(D[(n * 256 + i) * 256^l : (n * 256 + i + 1) * 256^l]) for each i. */
    private static List<Hash> definition(TileId id) {
        return LongStream.range(0, id.width())
                .mapToObj(i -> TREE.read(new TreeNode(8 * id.level(), id.index() * 256 + i)))
                .toList();
    }
}
