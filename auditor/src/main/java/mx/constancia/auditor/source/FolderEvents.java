package mx.constancia.auditor.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.jspecify.annotations.Nullable;

/**
 * The events of an exported folder: files of {@value #EVENTS_IN_FILE} lines below {@code events/}, each named after its first
 * position.
 */
public final class FolderEvents implements EventSource {

    /** Events in a file that is complete. */
    public static final int EVENTS_IN_FILE = 16_384;

    private static final String FOLDER = "events";

    private final Path folder;

    public FolderEvents(Path folder) {
        this.folder = folder;
    }

    /** Whether the folder has events at all: a log's files alone are evidence too. */
    public static boolean areIn(Path folder) {
        return Files.isDirectory(folder.resolve(FOLDER));
    }

    /** The file that holds a position. */
    public static Path file(Path folder, long position) {
        long first = position / EVENTS_IN_FILE * EVENTS_IN_FILE;
        return folder.resolve(FOLDER).resolve("%012d.ndjson".formatted(first));
    }

    @Override
    public String name() {
        return folder.resolve(FOLDER).toString();
    }

    @Override
    public EventCursor read(long from, long to) {
        return new Cursor(from, to);
    }

    @Override
    public void close() {
        // Nothing is kept open.
    }

    private final class Cursor implements EventCursor {

        private final long from;
        private final long to;
        private long file;
        private long next;
        private @Nullable LineReader lines;

        Cursor(long from, long to) {
            this.from = from;
            this.to = to;
            this.file = from / EVENTS_IN_FILE;
        }

        @Override
        public @Nullable Unread next() {
            try {
                while (true) {
                    if (lines == null && !open()) {
                        return null;
                    }
                    byte[] line = lines == null ? null : lines.next();
                    if (line == null) {
                        close();
                        lines = null;
                        file++;
                        continue;
                    }
                    Unread event = EventLine.unread(line, next);
                    next = event.position() + 1;
                    if (event.position() >= from && event.position() < to) {
                        return event;
                    }
                }
            } catch (IOException | UncheckedIOException e) {
                throw new SourceException(file(folder, file * EVENTS_IN_FILE).toString(), e);
            }
        }

        /** Whether there is one more file; the files of positions that are missing are passed over. */
        private boolean open() throws IOException {
            while (file * EVENTS_IN_FILE < to) {
                Path path = file(folder, file * EVENTS_IN_FILE);
                if (Files.exists(path)) {
                    next = file * EVENTS_IN_FILE;
                    lines = new LineReader(Files.newInputStream(path), Limits.EVENT);
                    return true;
                }
                file++;
            }
            return false;
        }

        @Override
        public void close() {
            try {
                if (lines != null) {
                    lines.close();
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
