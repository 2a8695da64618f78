package mx.constancia.auditor.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import mx.constancia.auditor.sample.Keys;
import mx.constancia.auditor.sample.MapFiles;
import mx.constancia.auditor.sample.SampleLog;
import mx.constancia.auditor.source.FolderEvents;
import mx.constancia.auditor.source.LedgerReader;
import mx.constancia.ledger.checkpoint.Checkpoint;
import mx.constancia.ledger.checkpoint.SignedCheckpoint;
import mx.constancia.ledger.tiles.BundleId;
import mx.constancia.ledger.tiles.EntryBundle;
import mx.constancia.ledger.tiles.TileId;
import mx.constancia.ledger.tiles.TilePath;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whichever bit of tiles, bundles or events is flipped: the verification fails and names the position. */
class TamperingTest {

    private static final int SIZE = 600;
    private static final int FLIPS_OF_A_FILE = 15;

    private final SampleLog log = SampleLog.of(SIZE);
    private final Map<String, byte[]> files = log.files(Keys.log(), SIZE);
    private final Checkpoint checkpoint = SignedCheckpoint.parse(files.get("checkpoint")).unverified();
    private final Random random = new Random(20_261_122);

    @TempDir
    private Path folder;

    @Test
    void aFlippedBitOfAnyTileIsFoundInThatTile() {
        tiles().forEach(path -> flips(path).forEach(bit -> {
            var id = (TileId) TilePath.parse(path);
            long covered = id.level() == 0 ? 1 : 256;
            long position = (id.index() * 256 + bit / 256) * covered;

            assertThat(flipped(path, bit)).as("%s bit %d", path, bit)
                    .anySatisfy(fault -> concerns(fault, position, Fault.Kind.TILE_CHANGED));
        }));
    }

    @Test
    void aFlippedBitOfAnyEntryIsFoundAtItsPosition() {
        bundles().forEach(path -> flips(path).forEach(bit -> {
            var id = (BundleId) TilePath.parse(path);
            long position = id.index() * 256 + place(id, bit / 8);

            assertThat(flipped(path, bit)).as("%s bit %d", path, bit).anySatisfy(fault ->
                    concerns(fault, position, Fault.Kind.ENTRY_CHANGED, Fault.Kind.FILE_MALFORMED));
        }));
    }

    @Test
    void aFlippedBitOfAnyEventIsFoundAtItsPosition() throws IOException {
        log.exportTo(folder, SIZE);
        Path file = FolderEvents.file(folder, 0);
        byte[] lines = Files.readAllBytes(file);
        for (int i = 0; i < 60; i++) {
            int bit = random.nextInt(lines.length * 8);
            lines[bit / 8] ^= (byte) (1 << bit % 8);
            Files.write(file, lines);
            lines[bit / 8] ^= (byte) (1 << bit % 8);
            long position = IntStream.range(0, bit / 8).filter(at -> lines[at] == '\n').count();

            assertThat(verify(files, List.of(new FolderEvents(folder)))).as("bit %d", bit)
                    .anySatisfy(fault -> concerns(fault, position, Fault.Kind.EVENT_CHANGED, Fault.Kind.EVENT_MALFORMED,
                            Fault.Kind.RESTRICTED_CHANGED, Fault.Kind.EVENT_MISSING));
        }
    }

    private static void concerns(Fault fault, long position, Fault.Kind... kinds) {
        assertThat(fault.kind()).isIn((Object[]) kinds);
        assertThat(position).isBetween(fault.from(), fault.to());
    }

    private Stream<String> tiles() {
        return files.keySet().stream().filter(path -> path.startsWith("tile/") && !path.startsWith("tile/entries/"));
    }

    private Stream<String> bundles() {
        return files.keySet().stream().filter(path -> path.startsWith("tile/entries/"));
    }

    private IntStream flips(String path) {
        return random.ints(FLIPS_OF_A_FILE, 0, files.get(path).length * 8);
    }

    private int place(BundleId id, int offset) {
        EntryBundle bundle = EntryBundle.parse(id, files.get(id.path()));
        int end = 0;
        for (int place = 0; ; place++) {
            end += Short.BYTES + bundle.entry(place).length;
            if (offset < end) {
                return place;
            }
        }
    }

    private List<Fault> flipped(String path, int bit) {
        byte[] bytes = files.get(path).clone();
        bytes[bit / 8] ^= (byte) (1 << bit % 8);
        Map<String, byte[]> altered = new HashMap<>(files);
        altered.put(path, bytes);
        return verify(altered, List.of());
    }

    private List<Fault> verify(Map<String, byte[]> altered, List<FolderEvents> events) {
        try {
            return new Verifier(new LedgerReader(new MapFiles(altered)), List.copyOf(events), EventSink.NONE, Progress.NONE)
                    .verify(checkpoint, Ground.NONE, List.of()).faults().kept();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException(e));
        }
    }
}
