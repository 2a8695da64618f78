package mx.constancia.auditor.source;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import mx.constancia.ledger.checkpoint.SignedCheckpoint;
import mx.constancia.ledger.merkle.Hash;
import mx.constancia.ledger.note.VerifierKey;
import mx.constancia.ledger.tiles.BundleId;
import mx.constancia.ledger.tiles.EntryBundle;
import mx.constancia.ledger.tiles.Tile;
import mx.constancia.ledger.tiles.TileId;
import mx.constancia.ledger.tiles.TilePath;

/** Reads the files of a log as what they are. Nothing that it gives is verified. */
public final class LedgerReader {

    /** Where a log shows its verifier keys, one a line; below its prefix. */
    public static final String KEYS = "vkey";

    private final LedgerFiles files;

    public LedgerReader(LedgerFiles files) {
        this.files = files;
    }

    /** Where they lie, for people. */
    public String name() {
        return files.name();
    }

    /** How many tiles and bundles are best read at once. */
    public int readersAtOnce() {
        return files.readersAtOnce();
    }

    /**
     * The checkpoint.
     *
     * @throws mx.constancia.ledger.MalformedException when it is none
     */
    public SignedCheckpoint checkpoint() {
        return SignedCheckpoint.parse(files.find(SignedCheckpoint.PATH, Limits.CHECKPOINT)
                .orElseThrow(() -> new SourceException(name(), "there is no checkpoint")));
    }

    /** The keys that the log says are its own. */
    public List<VerifierKey> keys() {
        byte[] keys = files.find(KEYS, Limits.KEYS).orElseThrow(() -> new SourceException(name(), "there is no " + KEYS));
        return parseKeys(new String(keys, StandardCharsets.UTF_8));
    }

    /** Keys, one a line; empty lines and lines that start with # are skipped. */
    public static List<VerifierKey> parseKeys(String lines) {
        return lines.lines().map(String::strip).filter(line -> !line.isEmpty() && !line.startsWith("#")).map(VerifierKey::parse).toList();
    }

    /** A tile, cut from a wider one where only that is there; empty when there is none. */
    public Optional<Tile> tile(TileId id) {
        Optional<byte[]> exact = files.find(id.path(), Limits.TILE);
        if (exact.isPresent() || id.isFull()) {
            return exact.map(bytes -> Tile.parse(id, bytes));
        }
        int length = id.width() * Hash.SIZE;
        return files.find(new TileId(id.level(), id.index(), TilePath.FULL_WIDTH).path(), Limits.TILE)
                .filter(bytes -> bytes.length >= length)
                .map(bytes -> Tile.parse(id, Arrays.copyOf(bytes, length)));
    }

    /** A bundle, cut from a wider one where only that is there; empty when there is none. */
    public Optional<EntryBundle> bundle(BundleId id) {
        Optional<byte[]> exact = files.find(id.path(), Limits.BUNDLE);
        if (exact.isPresent() || id.isFull()) {
            return exact.map(bytes -> EntryBundle.parse(id, bytes));
        }
        return files.find(new BundleId(id.index(), TilePath.FULL_WIDTH).path(), Limits.BUNDLE)
                .map(bytes -> EntryBundle.parse(id, beginning(bytes, id.width())));
    }

    /** The bytes of the first entries; all bytes when there are fewer. */
    private static byte[] beginning(byte[] bundle, int entries) {
        int end = 0;
        for (int entry = 0; entry < entries && end + Short.BYTES <= bundle.length; entry++) {
            end += Short.BYTES + (Byte.toUnsignedInt(bundle[end]) << Byte.SIZE | Byte.toUnsignedInt(bundle[end + 1]));
        }
        return Arrays.copyOf(bundle, Math.min(end, bundle.length));
    }
}
