package mx.constancia.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import mx.constancia.embedded.EmbeddedPostgreSql;
import org.apache.commons.io.file.PathUtils;

/** A temporary directory of a part's data that goes when it is closed. */
record TestDirectory(Path path) implements AutoCloseable {

    private static final String PREFIX = "constancia-test-";
    private static final Duration ABANDONED = Duration.ofMinutes(15);

    static {
        removeAbandoned(Path.of(System.getProperty("java.io.tmpdir")), Instant.now().minus(ABANDONED));
    }

    static TestDirectory create(String part) {
        try {
            return new TestDirectory(Files.createTempDirectory(PREFIX + part + "-"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends what killed test runs left behind: their PostgreSQL servers run on until somebody stops them. */
    static void removeAbandoned(Path temporary, Instant unchangedSince) {
        try (DirectoryStream<Path> directories = Files.newDirectoryStream(temporary, PREFIX + "*")) {
            for (Path directory : directories) {
                if (Files.getLastModifiedTime(directory).toInstant().isBefore(unchangedSince)) {
                    remove(directory);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void remove(Path directory) {
        try {
            EmbeddedPostgreSql.stopLeftover(directory);
            new TestDirectory(directory).close();
        } catch (IllegalStateException | UncheckedIOException e) {
            // In use by another run, or another user's.
            System.out.println("Test directory " + directory + " stays: " + e.getMessage());
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
