package mx.constancia.local;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;

/**
 * Where the parts of a running local Constancia answer, as kept in {@code addresses.properties} of its data directory.
 *
 * @param issuer   URL of the issuer
 * @param command  URL of the command service
 * @param query    URL of the query service
 * @param kafka    bootstrap servers
 * @param postgres JDBC URL
 * @param mongo    MongoDB URI
 */
public record Addresses(String issuer, String command, String query, String kafka, String postgres, String mongo) {

    private static final String FILE = "addresses.properties";

    /** Reads the addresses of a data directory; empty when nothing was ever started on it. */
    public static Optional<Addresses> read(Path data) throws IOException {
        Properties kept = new Properties();
        try (Reader file = Files.newBufferedReader(data.resolve(FILE))) {
            kept.load(file);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
        return Optional.of(new Addresses(
            kept.getProperty("issuer", ""), kept.getProperty("command", ""), kept.getProperty("query", ""),
            kept.getProperty("kafka", ""), kept.getProperty("postgres", ""), kept.getProperty("mongo", "")));
    }

    /** Writes the addresses, so that a reader sees either the old file or the new one. */
    public void write(Path data) throws IOException {
        Properties kept = new Properties();
        kept.setProperty("issuer", issuer);
        kept.setProperty("command", command);
        kept.setProperty("query", query);
        kept.setProperty("kafka", kafka);
        kept.setProperty("postgres", postgres);
        kept.setProperty("mongo", mongo);
        Path draft = data.resolve(FILE + ".new");
        try (Writer file = Files.newBufferedWriter(draft)) {
            kept.store(file, "Addresses of the local Constancia that was last started on this directory");
        }
        Files.move(draft, data.resolve(FILE), ATOMIC_MOVE);
    }
}
