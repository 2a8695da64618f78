package mx.constancia.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.io.file.PathUtils;

/** A temporary directory that goes when it is closed. */
record TestDirectory(Path path) implements AutoCloseable {

    static final String PREFIX = "constancia-test-";

    static TestDirectory create(String part) {
        try {
            return new TestDirectory(Files.createTempDirectory(PREFIX + part + "-"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            if (Files.exists(path)) {
                PathUtils.deleteDirectory(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
