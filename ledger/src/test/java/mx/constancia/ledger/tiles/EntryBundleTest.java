package mx.constancia.ledger.tiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import mx.constancia.ledger.MalformedException;
import mx.constancia.ledger.Samples;
import mx.constancia.ledger.merkle.TreeHasher;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EntryBundleTest {

    private static final BundleId EIGHT = new BundleId(0, 8);
    private static final byte[] GOLDEN = HexFormat.of().parseHex(
            "0000" + "000100" + "000110" + "00022021" + "00023031" + "000440414243" + "00085051525354555657"
                    + "0010606162636465666768696a6b6c6d6e6f");

    @Test
    void theBundleOfTheCertificateTransparencyLeavesHasTheseBytes() {
        assertThat(EntryBundle.of(EIGHT, Samples.CT_ENTRIES).bytes()).isEqualTo(GOLDEN);
    }

    @Test
    void aBundleGivesItsEntriesBackAndTheirLeaves() {
        var bundle = EntryBundle.parse(EIGHT, GOLDEN);
        var hasher = new TreeHasher();

        for (int place = 0; place < 8; place++) {
            assertThat(bundle.entry(place)).isEqualTo(Samples.CT_ENTRIES.get(place));
            assertThat(bundle.leaf(place, hasher)).isEqualTo(hasher.leaf(Samples.CT_ENTRIES.get(place)));
        }
        assertThatThrownBy(() -> bundle.entry(8)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> bundle.leaf(-1, hasher)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void aNarrowerBundleIsItsBeginning() {
        var bundle = EntryBundle.parse(EIGHT, GOLDEN);

        for (int width = 1; width <= 8; width++) {
            assertThat(bundle.narrowed(width).bytes())
                    .isEqualTo(EntryBundle.of(new BundleId(0, width), Samples.CT_ENTRIES.subList(0, width)).bytes());
        }
        assertThatThrownBy(() -> bundle.narrowed(9)).isInstanceOf(MalformedException.class);
        assertThatThrownBy(() -> bundle.narrowed(0)).isInstanceOf(MalformedException.class);
    }

    @Test
    void aBundleCutAnywhereIsRefused() {
        for (int length = 0; length < GOLDEN.length; length++) {
            byte[] cut = Arrays.copyOf(GOLDEN, length);
            assertThatThrownBy(() -> EntryBundle.parse(EIGHT, cut)).isInstanceOf(MalformedException.class);
        }
    }

    @Test
    void aFaultNamesTheBundleAndTheByte() {
        assertThatThrownBy(() -> EntryBundle.parse(EIGHT, Arrays.copyOf(GOLDEN, GOLDEN.length - 1)))
                .hasMessage("entry bundle tile/entries/000.p/8, byte 32: ends before an entry of 16 bytes does");
        assertThatThrownBy(() -> EntryBundle.parse(EIGHT, Arrays.copyOf(GOLDEN, GOLDEN.length + 1)))
                .hasMessage("entry bundle tile/entries/000.p/8, byte 50: has more than 8 entries");
        assertThatThrownBy(() -> EntryBundle.parse(EIGHT, Arrays.copyOf(GOLDEN, 1)))
                .hasMessage("entry bundle tile/entries/000.p/8, byte 0: ends before the length of an entry");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 255, 256, 257, 32_768, 65_535})
    void anEntryOfUpTo65535BytesFits(int length) {
        var entry = new byte[length];
        Arrays.fill(entry, (byte) 0xFF);
        var id = new BundleId(7, 2);

        var bundle = EntryBundle.parse(id, EntryBundle.of(id, List.of(entry, entry)).bytes());

        assertThat(bundle.entry(0)).isEqualTo(entry);
        assertThat(bundle.entry(1)).isEqualTo(entry);
    }

    @Test
    void anEntryOf65536BytesDoesNotFit() {
        assertThatThrownBy(() -> EntryBundle.of(new BundleId(0, 1), List.of(new byte[65_536])))
                .isInstanceOf(MalformedException.class)
                .hasMessageContaining("an entry of 65536 bytes is longer than 65535");
    }

    @Test
    void aBundleHasAsManyEntriesAsItIsWide() {
        assertThatThrownBy(() -> EntryBundle.of(new BundleId(0, 7), Samples.CT_ENTRIES)).isInstanceOf(MalformedException.class);
        assertThatThrownBy(() -> EntryBundle.of(new BundleId(0, 9), Samples.CT_ENTRIES)).isInstanceOf(MalformedException.class);
    }

    @Property
    void bytesThatWereWrittenAreReadAgain(@ForAll @Size(min = 1, max = 256) List<byte[]> entries) {
        var id = new BundleId(3, entries.size());
        var read = EntryBundle.parse(id, EntryBundle.of(id, entries).bytes());

        IntStream.range(0, entries.size()).forEach(place -> assertThat(read.entry(place)).isEqualTo(entries.get(place)));
    }

    @Property(tries = 3000)
    void noBytesCrashTheParser(@ForAll byte[] bytes, @ForAll @IntRange(min = 1, max = 256) int width) {
        var id = new BundleId(0, width);
        try {
            assertThat(EntryBundle.parse(id, bytes).bytes()).isEqualTo(bytes);
        } catch (MalformedException e) {
            assertThat(e.where()).startsWith("byte ");
        }
    }
}
