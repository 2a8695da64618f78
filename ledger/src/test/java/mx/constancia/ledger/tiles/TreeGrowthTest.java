package mx.constancia.ledger.tiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TreeGrowthTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", value = {
        "0     | 0     | -",
        "0     | 1     | tile/0/000.p/1",
        "0     | 255   | tile/0/000.p/255",
        "0     | 256   | tile/0/000 tile/1/000.p/1",
        "255   | 256   | tile/0/000 tile/1/000.p/1",
        "0     | 257   | tile/0/000 tile/0/001.p/1 tile/1/000.p/1",
        "256   | 257   | tile/0/001.p/1",
        "257   | 257   | -",
        "65534 | 65535 | tile/0/255.p/255",
        "65535 | 65536 | tile/0/255 tile/1/000 tile/2/000.p/1",
        "65536 | 65537 | tile/0/256.p/1",
        "69999 | 70000 | tile/0/273.p/112",
    })
    void onlyTilesThatAreNewOrWiderAreWritten(long from, long to, String paths) {
        List<String> expected = paths == null ? List.of() : List.of(paths.split(" "));

        assertThat(new TreeGrowth(from, to).tiles()).extracting(TileId::path).isEqualTo(expected);
    }

    @Test
    void aTreeOf70000HasTheTilesOfTheSpecification() {
        List<TileId> tiles = new TreeGrowth(0, 70_000).tiles();

        assertThat(tiles).filteredOn(tile -> tile.level() == 0 && tile.isFull()).hasSize(273);
        assertThat(tiles).filteredOn(tile -> tile.level() > 0 || !tile.isFull()).extracting(TileId::path)
                .containsExactly("tile/0/273.p/112", "tile/1/000", "tile/1/001.p/17", "tile/2/000.p/1");
        assertThat(RightEdge.tilesOf(70_000)).extracting(TileId::path)
                .containsExactly("tile/0/273.p/112", "tile/1/001.p/17", "tile/2/000.p/1");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", value = {
        "0     | 0     | -",
        "0     | 1     | tile/entries/000.p/1",
        "1     | 255   | tile/entries/000.p/255",
        "255   | 256   | tile/entries/000",
        "255   | 257   | tile/entries/000 tile/entries/001.p/1",
        "65535 | 65536 | tile/entries/255",
    })
    void onlyBundlesThatAreNewOrWiderAreWritten(long from, long to, String paths) {
        List<String> expected = paths == null ? List.of() : List.of(paths.split(" "));

        assertThat(new TreeGrowth(from, to).bundles()).extracting(BundleId::path).isEqualTo(expected);
    }

    @Property(tries = 300)
    void growingInTwoStepsWritesWhatGrowingInOneStepNeeds(
            @ForAll @IntRange(max = 140_000) int one, @ForAll @IntRange(max = 140_000) int other) {
        long from = Math.min(one, other);
        long to = Math.max(one, other);
        Map<String, Integer> twoSteps = widths(new TreeGrowth(0, from).tiles());
        twoSteps.putAll(widths(new TreeGrowth(from, to).tiles()));

        assertThat(twoSteps).isEqualTo(widths(new TreeGrowth(0, to).tiles()));
    }

    @Test
    void theLargestTreeHasTilesOnEightLevels() {
        assertThat(new TreeGrowth(Long.MAX_VALUE - 1, Long.MAX_VALUE).tiles())
                .containsExactly(new TileId(0, Long.MAX_VALUE / 256, 255));
        assertThat(RightEdge.tilesOf(Long.MAX_VALUE)).hasSize(8);
    }

    @Test
    void aTreeNeverShrinks() {
        assertThatThrownBy(() -> new TreeGrowth(2, 1)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({"0, 0, 0", "255, 0, 1", "256, 0, 1", "256, 1, 1", "256, 2, 0", "70000, 0, 274", "70000, 8, 0",
        "70000, 0, 9223372036854775807", "70000, 0, 72057594037927936"})
    void aTileThatTheTreeDoesNotHaveIsNotNamed(long size, int level, long index) {
        assertThatThrownBy(() -> TileId.inTree(size, level, index)).isInstanceOf(IllegalArgumentException.class);
    }

    private static Map<String, Integer> widths(List<TileId> tiles) {
        var widths = new HashMap<String, Integer>();
        tiles.forEach(tile -> widths.put(tile.level() + "/" + tile.index(), tile.width()));
        return widths;
    }
}
