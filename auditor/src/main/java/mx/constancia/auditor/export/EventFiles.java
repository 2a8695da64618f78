package mx.constancia.auditor.export;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

import mx.constancia.auditor.source.EventCursor;
import mx.constancia.auditor.source.EventLine;
import mx.constancia.auditor.source.EventSource;
import mx.constancia.auditor.source.FolderEvents;
import mx.constancia.auditor.source.Limits;
import mx.constancia.auditor.source.SourceException;
import mx.constancia.auditor.source.Unread;
import mx.constancia.auditor.verify.Progress;

import org.jspecify.annotations.Nullable;

/** Writes events as lines, a file at a time; see {@link FolderEvents}. */
final class EventFiles {

    private final EventSource source;
    private final Path folder;
    private final Progress progress;

    EventFiles(EventSource source, Path folder, Progress progress) {
        this.source = source;
        this.folder = folder;
        this.progress = progress;
    }

    /** Copies the events of the positions below a size, beginning with the first file that is not complete. */
    Export.Done copy(long size) throws IOException {
        long present = 0;
        long first = 0;
        while (first < size && isComplete(first, size)) {
            present++;
            first += FolderEvents.EVENTS_IN_FILE;
        }
        return new Export.Done(first < size ? write(first, size) : 0, present);
    }

    private long write(long from, long size) throws IOException {
        long written = 0;
        try (EventCursor cursor = source.read(from, size)) {
            Unread held = cursor.next();
            for (long first = from; first < size; first += FolderEvents.EVENTS_IN_FILE) {
                Path file = FolderEvents.file(folder, first);
                Files.createDirectories(file.getParent());
                Path part = file.resolveSibling(file.getFileName() + ".part");
                try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part), 1 << 16)) {
                    while (held != null && held.position() < first + FolderEvents.EVENTS_IN_FILE) {
                        out.write(line(held));
                        out.write('\n');
                        progress.advanced(held.position() + 1, size);
                        held = cursor.next();
                    }
                }
                Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
                written++;
            }
        }
        return written;
    }

    private byte[] line(Unread event) {
        try {
            return EventLine.format(event.read());
        } catch (IllegalArgumentException e) {
            throw new SourceException(source.name(), "position " + event.position() + " cannot be read: " + e.getMessage());
        }
    }

    /** Whether the file's last line is the last one that belongs there. */
    private boolean isComplete(long first, long size) throws IOException {
        Path file = FolderEvents.file(folder, first);
        String last = Files.exists(file) ? lastLine(file) : null;
        try {
            return last != null && EventLine.parse(last.getBytes(StandardCharsets.UTF_8)).position()
                    == Math.min(size, first + FolderEvents.EVENTS_IN_FILE) - 1;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static @Nullable String lastLine(Path file) throws IOException {
        try (var reader = new RandomAccessFile(file.toFile(), "r")) {
            var end = new byte[(int) Math.min(reader.length(), Limits.EVENT + 2)];
            reader.seek(reader.length() - end.length);
            reader.readFully(end);
            String text = new String(end, StandardCharsets.UTF_8);
            return text.endsWith("\n") ? text.substring(text.lastIndexOf('\n', text.length() - 2) + 1, text.length() - 1) : null;
        }
    }
}
