package mx.constancia.ledger.tiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import mx.constancia.ledger.MalformedException;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TilePathTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0, 256, tile/0/000",
        "0, 0, 1, tile/0/000.p/1",
        "0, 273, 112, tile/0/273.p/112",
        "1, 1, 17, tile/1/001.p/17",
        "2, 0, 1, tile/2/000.p/1",
        "0, 255, 255, tile/0/255.p/255",
        "0, 256, 256, tile/0/256",
        "0, 257, 256, tile/0/257",
        "0, 999, 256, tile/0/999",
        "0, 1000, 256, tile/0/x001/000",
        "0, 65535, 256, tile/0/x065/535",
        "0, 65536, 255, tile/0/x065/536.p/255",
        "3, 1234067, 256, tile/3/x001/x234/067",
        "15, 1234067, 8, tile/15/x001/x234/067.p/8",
        "63, 9223372036854775807, 256, tile/63/x009/x223/x372/x036/x854/x775/807",
    })
    void aTileHasOnePath(int level, long index, int width, String path) {
        assertThat(new TileId(level, index, width).path()).isEqualTo(path);
        assertThat(TilePath.parse(path)).isEqualTo(new TileId(level, index, width));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 256, tile/entries/000",
        "0, 8, tile/entries/000.p/8",
        "273, 112, tile/entries/273.p/112",
        "1234067, 256, tile/entries/x001/x234/067",
    })
    void aBundleHasOnePath(long index, int width, String path) {
        assertThat(new BundleId(index, width).path()).isEqualTo(path);
        assertThat(TilePath.parse(path)).isEqualTo(new BundleId(index, width));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "", "tile", "tile/0", "tile/0/", "tile//000", "/tile/0/000", "tile/0/000/", "tiles/0/000", "Tile/0/000",
        "tile/0/0", "tile/0/00", "tile/0/0000", "tile/0/-01", "tile/0/+01", "tile/0/00a", "tile/0/x000", "tile/0/\u0660\u0660\u0660",
        "tile/00/000", "tile/01/000", "tile/64/000", "tile/-1/000", "tile/data/000", "tile/Entries/000",
        "tile/0/001/000", "tile/0/x000/000", "tile/0/x000/x001/000", "tile/0/x01/000", "tile/0/X001/000", "tile/0/x001/x000",
        "tile/0/x009/x223/x372/x036/x854/x775/808", "tile/0/x009/x223/x372/x036/x854/x775/x807/000",
        "tile/0/000.p", "tile/0/000.p/", "tile/0/000.p/0", "tile/0/000.p/00", "tile/0/000.p/01", "tile/0/000.p/256",
        "tile/0/000.p/-1", "tile/0/000.p/1/2", "tile/0/000.q/1", "tile/0/000.p/1 ", "tile/0/.p/1", "tile/0/x001.p/000",
        "tile/../000", "tile/0/../../etc/passwd", "tile/0/%2e%2e", "checkpoint",
    })
    void anyOtherPathIsRefused(String path) {
        assertThatThrownBy(() -> TilePath.parse(path)).isInstanceOf(MalformedException.class).hasMessageStartingWith("tile path, ");
    }

    @Test
    void aPathOfAnyLengthIsRefusedWithoutReadingIt() {
        assertThatThrownBy(() -> TilePath.parse("tile/0/" + "x001/".repeat(1_000_000) + "000"))
                .isInstanceOf(MalformedException.class)
                .hasMessage("tile path, length: longer than 64 characters");
    }

    @Test
    void noTileIsEmptyWiderThan256OrAboveLevel63() {
        assertThatThrownBy(() -> new TileId(0, 0, 0)).isInstanceOf(MalformedException.class);
        assertThatThrownBy(() -> new TileId(0, 0, 257)).isInstanceOf(MalformedException.class);
        assertThatThrownBy(() -> new TileId(64, 0, 1)).isInstanceOf(MalformedException.class);
        assertThatThrownBy(() -> new TileId(0, -1, 1)).isInstanceOf(MalformedException.class);
        assertThatThrownBy(() -> new BundleId(0, 0)).isInstanceOf(MalformedException.class);
        assertThatThrownBy(() -> new BundleId(-1, 1)).isInstanceOf(MalformedException.class);
    }

    @Property
    void aPathLeadsBackToItsTile(
            @ForAll @IntRange(max = 63) int level, @ForAll @LongRange(max = Long.MAX_VALUE) long index,
            @ForAll @IntRange(min = 1, max = 256) int width) {
        assertThat(TilePath.parse(new TileId(level, index, width).path())).isEqualTo(new TileId(level, index, width));
        assertThat(TilePath.parse(new BundleId(index, width).path())).isEqualTo(new BundleId(index, width));
    }

    @Property(tries = 5000)
    void noTextCrashesTheParser(@ForAll String text) {
        for (String path : new String[] {text, "tile/0/" + text, "tile/entries/000.p/" + text, "tile/" + text + "/000"}) {
            try {
                assertThat(TilePath.parse(path).path()).isEqualTo(path);
            } catch (MalformedException e) {
                assertThat(e.format()).isEqualTo("tile path");
            }
        }
    }
}
