package mx.constancia.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The archive of loaded classes that the JVM writes when it ends ({@code -XX:+AutoCreateSharedArchive}) and that makes later
 * starts several times faster. A JVM that ends before everything was loaded writes a poor one: only a file beside it, made
 * when all is ready, tells {@code deploy/local/run} to keep it.
 *
 * @param file where the JVM writes it
 */
record ClassArchive(Path file) {

    /** The archive that {@code deploy/local/run} asked the JVM for. */
    static Optional<ClassArchive> asked() {
        return Optional.ofNullable(System.getProperty("constancia.archive")).map(Path::of).map(ClassArchive::new);
    }

    void willBeWhole() {
        try {
            Files.write(file.resolveSibling(file.getFileName() + ".whole"), new byte[0]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean isStillToBeWritten() {
        return Files.notExists(file);
    }
}
