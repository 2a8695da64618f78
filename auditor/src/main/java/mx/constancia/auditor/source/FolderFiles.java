package mx.constancia.auditor.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** The files of a log in a folder of this machine. */
public final class FolderFiles implements LedgerFiles {

    private final Path folder;

    public FolderFiles(Path folder) {
        this.folder = folder;
    }

    @Override
    public String name() {
        return folder.toString();
    }

    @Override
    public int readersAtOnce() {
        return Math.max(2, Runtime.getRuntime().availableProcessors());
    }

    @Override
    public Optional<byte[]> find(String path, int limit) {
        Path file = folder.resolve(path);
        if (Files.isDirectory(file)) {
            return Optional.empty();
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(limit + 1);
            if (bytes.length > limit) {
                throw new SourceException(name(), path + " is longer than " + limit + " bytes");
            }
            return Optional.of(bytes);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new SourceException(name(), e);
        }
    }

    @Override
    public void close() {
        // Nothing is kept open.
    }
}
