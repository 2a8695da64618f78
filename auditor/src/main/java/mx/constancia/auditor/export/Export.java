package mx.constancia.auditor.export;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import mx.constancia.auditor.file.DurableFile;
import mx.constancia.auditor.source.EventSource;
import mx.constancia.auditor.source.LedgerReader;
import mx.constancia.auditor.source.SourceException;
import mx.constancia.auditor.verify.Progress;
import mx.constancia.ledger.checkpoint.SignedCheckpoint;
import mx.constancia.ledger.note.VerifierKey;
import mx.constancia.ledger.tiles.BundleId;
import mx.constancia.ledger.tiles.EntryBundle;
import mx.constancia.ledger.tiles.Tile;
import mx.constancia.ledger.tiles.TileId;
import mx.constancia.ledger.tiles.TilePath;
import mx.constancia.ledger.tiles.TreeGrowth;

/**
 * Copies a log into a folder, as the static files of c2sp.org/tlog-tiles with the events beside them. A file is there whole or
 * not at all, and the checkpoint comes last: an export that was broken off is continued by doing it again. Nothing is verified
 * here; verify the folder.
 */
public final class Export {

    private final LedgerReader ledger;
    private final Optional<EventSource> events;
    private final Path folder;
    private final Progress progress;

    public Export(LedgerReader ledger, Optional<EventSource> events, Path folder, Progress progress) {
        this.ledger = ledger;
        this.events = events;
        this.folder = folder;
        this.progress = progress;
    }

    /**
     * What was done.
     *
     * @param written files that were written
     * @param present files that were there already
     */
    public record Done(long written, long present) {

        Done plus(Done other) {
            return new Done(written + other.written, present + other.present);
        }
    }

    /** Copies what a checkpoint covers, and the checkpoint. */
    public Done run(SignedCheckpoint checkpoint, List<VerifierKey> keys) throws IOException, InterruptedException {
        long size = checkpoint.unverified().size();
        var growth = new TreeGrowth(0, size);
        Done done = files(Stream.<TilePath>concat(growth.bundles().stream(), growth.tiles().stream()).toList());
        if (events.isPresent() && size > 0) {
            done = done.plus(new EventFiles(events.get(), folder, progress).copy(size));
        }
        String vkeys = keys.stream().map(key -> key.format() + "\n").collect(Collectors.joining());
        DurableFile.write(folder.resolve(LedgerReader.KEYS), vkeys.getBytes(StandardCharsets.UTF_8));
        DurableFile.write(folder.resolve(SignedCheckpoint.PATH), checkpoint.bytes());
        return done;
    }

    private Done files(List<TilePath> paths) throws InterruptedException {
        Done done = new Done(0, 0);
        try (ExecutorService workers = Executors.newFixedThreadPool(ledger.readersAtOnce())) {
            Deque<Future<Done>> ahead = new ArrayDeque<>();
            try {
                for (TilePath path : paths) {
                    ahead.add(workers.submit(() -> copy(path)));
                    if (ahead.size() == 4 * ledger.readersAtOnce()) {
                        done = done.plus(get(ahead.remove()));
                    }
                }
                for (Future<Done> last : ahead) {
                    done = done.plus(get(last));
                }
            } finally {
                workers.shutdownNow();
            }
        }
        return done;
    }

    private Done copy(TilePath path) throws IOException {
        Path file = folder.resolve(path.path());
        if (Files.exists(file)) {
            return new Done(0, 1);
        }
        Optional<byte[]> bytes = switch (path) {
            case TileId id -> ledger.tile(id).map(Tile::bytes);
            case BundleId id -> ledger.bundle(id).map(EntryBundle::bytes);
        };
        DurableFile.writeWhole(file, bytes.orElseThrow(() -> new SourceException(ledger.name(), path.path() + " is not there")));
        return new Done(1, 0);
    }

    private static Done get(Future<Done> copied) throws InterruptedException {
        try {
            return copied.get();
        } catch (ExecutionException e) {
            throw switch (e.getCause()) {
                case RuntimeException unchecked -> unchecked;
                case IOException disk -> new UncheckedIOException(disk);
                case null, default -> new IllegalStateException(e.getCause());
            };
        }
    }
}
