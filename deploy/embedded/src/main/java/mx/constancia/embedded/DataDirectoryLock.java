package mx.constancia.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The right to use a data directory, held by one owner on the machine at a time. The operating system gives it back
 * when the process ends, however it ends.
 */
public final class DataDirectoryLock implements AutoCloseable {

    private static final String FILE = "constancia.lock";

    // POSIX drops all of a process's locks on a file when any of its descriptors for it is closed: a second try from
    // within this JVM must therefore not even open the file.
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path directory;
    private final FileChannel channel;

    private DataDirectoryLock(Path directory, FileChannel channel) {
        this.directory = directory;
        this.channel = channel;
    }

    /**
     * Takes the directory, creating it if it is absent.
     *
     * @throws IllegalStateException when somebody else holds it; the message names the directory
     */
    public static DataDirectoryLock acquire(Path dataDirectory) {
        try {
            Path directory = Files.createDirectories(dataDirectory).toRealPath();
            if (!HELD.add(directory)) {
                throw inUse(directory);
            }
            try {
                return new DataDirectoryLock(directory, lockedChannel(directory));
            } catch (IOException | RuntimeException e) {
                HELD.remove(directory);
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot use data directory " + dataDirectory, e);
        }
    }

    /** The directory with symbolic links resolved. */
    public Path directory() {
        return directory;
    }

    /** Gives the directory back; a second call does nothing. */
    @Override
    public void close() {
        if (!channel.isOpen()) {
            return;
        }
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot release data directory " + directory, e);
        } finally {
            HELD.remove(directory);
        }
    }

    private static FileChannel lockedChannel(Path directory) throws IOException {
        FileChannel channel =
                FileChannel.open(directory.resolve(FILE), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            FileLock lock = channel.tryLock();
            if (lock == null) {
                throw inUse(directory);
            }
            return channel;
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private static IllegalStateException inUse(Path directory) {
        return new IllegalStateException("Another Constancia runs on data directory " + directory
                + ". Stop it first, or choose another directory.");
    }
}
