package mx.constancia.benchmarks;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import mx.constancia.auditor.source.EventLine;
import mx.constancia.auditor.source.FolderEvents;
import mx.constancia.events.StoredEvent;
import mx.constancia.events.entry.LedgerEntry;
import mx.constancia.ledger.checkpoint.Checkpoint;
import mx.constancia.ledger.checkpoint.SignedCheckpoint;
import mx.constancia.ledger.merkle.Hash;
import mx.constancia.ledger.merkle.TreeHasher;
import mx.constancia.ledger.note.Ed25519Key;
import mx.constancia.ledger.note.Ed25519NoteSigner;
import mx.constancia.ledger.tiles.BundleId;
import mx.constancia.ledger.tiles.EntryBundle;
import mx.constancia.ledger.tiles.RightEdge;
import mx.constancia.ledger.tiles.Tile;
import mx.constancia.ledger.tiles.TileId;

/** A log in a folder, as {@code constancia-audit export} leaves one, without the services that would have to run for it. */
final class LogFolder {

    private static final String ORIGIN = "benchmark.example/constancia";

    private final Path folder;
    private final long size;

    LogFolder(Path folder, long size) {
        this.folder = folder;
        this.size = size;
    }

    /** Writes so many events of a log, page by page. */
    void write(MadeUpLog log) throws IOException {
        RightEdge edge = RightEdge.empty();
        var hasher = new TreeHasher();
        for (long file = 0; file < size; file += FolderEvents.EVENTS_IN_FILE) {
            Path lines = FolderEvents.file(folder, file);
            Files.createDirectories(lines.getParent());
            long end = Math.min(size, file + FolderEvents.EVENTS_IN_FILE);
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(lines), 1 << 18)) {
                for (long first = file; first < end; first += BundleId.FULL_WIDTH) {
                    List<byte[]> entries = page(log, (int) Math.min(BundleId.FULL_WIDTH, end - first), out);
                    var id = new BundleId(first / BundleId.FULL_WIDTH, entries.size());
                    write(id.path(), EntryBundle.of(id, entries).bytes());
                    List<Hash> leaves = entries.stream().map(hasher::leaf).toList();
                    RightEdge.Appended appended = edge.append(leaves);
                    edge = appended.edge();
                    for (Tile tile : appended.tiles()) {
                        if (TileId.inTree(size, tile.id().level(), tile.id().index()).equals(tile.id())) {
                            write(tile.id().path(), tile.bytes());
                        }
                    }
                }
            }
        }
        var signer = new Ed25519NoteSigner(ORIGIN, Ed25519Key.generate());
        write("vkey", (signer.verifierKey().format() + "\n").getBytes(StandardCharsets.UTF_8));
        write(SignedCheckpoint.PATH, SignedCheckpoint.sign(new Checkpoint(ORIGIN, size, edge.root()), List.of(signer)).bytes());
    }

    private static List<byte[]> page(MadeUpLog log, int events, OutputStream lines) throws IOException {
        List<byte[]> entries = new ArrayList<>(events);
        for (StoredEvent event : log.next(events)) {
            lines.write(EventLine.format(event));
            lines.write('\n');
            entries.add(LedgerEntry.of(event).bytes());
        }
        return entries;
    }

    private void write(String path, byte[] bytes) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.write(file, bytes);
    }
}
