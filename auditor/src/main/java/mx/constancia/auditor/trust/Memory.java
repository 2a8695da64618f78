package mx.constancia.auditor.trust;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

import mx.constancia.auditor.file.DurableFile;
import mx.constancia.auditor.verify.Remembered;
import mx.constancia.events.EventJson;
import mx.constancia.ledger.checkpoint.Checkpoint;
import mx.constancia.ledger.checkpoint.SignedCheckpoint;
import mx.constancia.ledger.merkle.Hash;
import mx.constancia.ledger.note.VerifierKey;
import mx.constancia.ledger.text.Sha256;

import tools.jackson.core.JacksonException;

/**
 * What was verified before, in a folder of the auditor: the last checkpoint of each log with the keys that it was accepted with,
 * and which log an address showed. It only makes a log answer for what it showed here earlier.
 */
public final class Memory {

    private final Path folder;

    public Memory(Path folder) {
        this.folder = folder;
    }

    /** Where programs of this user keep their state (XDG Base Directory Specification). */
    public static Path folderOfUser() {
        String state = System.getenv("XDG_STATE_HOME");
        Path base = state == null || state.isBlank() ? Path.of(System.getProperty("user.home"), ".local", "state") : Path.of(state);
        return base.resolve("constancia-audit");
    }

    /**
     * What is remembered of a log.
     *
     * @param checkpoint that was verified last, with its signatures
     * @param frontier   hashes of its tree's complete subtrees, in hexadecimal
     * @param keys       vkeys of the log that it was accepted with
     * @param verifiedAt when
     */
    public record Log(String checkpoint, List<String> frontier, List<String> keys, Instant verifiedAt) {

        /** Of a verified log. */
        public static Log of(SignedCheckpoint checkpoint, List<Hash> frontier, List<VerifierKey> keys, Instant verifiedAt) {
            return new Log(new String(checkpoint.bytes(), StandardCharsets.UTF_8), frontier.stream().map(Hash::toString).toList(),
                    keys.stream().map(VerifierKey::format).toList(), verifiedAt);
        }

        /** The checkpoint. */
        public Checkpoint last() {
            return SignedCheckpoint.parse(checkpoint.getBytes(StandardCharsets.UTF_8)).unverified();
        }

        /** The tree. */
        public Remembered tree() {
            return new Remembered(last().size(), frontier.stream().map(hex -> Hash.of(HexFormat.of().parseHex(hex))).toList());
        }

        /** The keys. */
        public List<VerifierKey> verifierKeys() {
            return keys.stream().map(VerifierKey::parse).toList();
        }
    }

    /** Which log an address showed. */
    record Address(String address, String origin) {
    }

    /** What is remembered of a log. */
    public Optional<Log> log(String origin) {
        return read(file("logs", origin), Log.class);
    }

    /** The log that an address showed last. */
    public Optional<String> logAt(String address) {
        return read(file("addresses", address), Address.class).map(Address::origin);
    }

    /** Remembers a log that was verified at an address. */
    public void remember(String address, Log log) {
        String origin = log.last().origin();
        write(file("logs", origin), log);
        write(file("addresses", address), new Address(address, origin));
    }

    private Path file(String kind, String name) {
        byte[] digest = Sha256.digest().digest(name.getBytes(StandardCharsets.UTF_8));
        return folder.resolve(kind).resolve(HexFormat.of().formatHex(digest) + ".json");
    }

    private static <T> Optional<T> read(Path file, Class<T> type) {
        try {
            return Optional.of(EventJson.MAPPER.readValue(Files.readAllBytes(file), type));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (JacksonException e) {
            throw new UncheckedIOException(new IOException(file + " is damaged: remove it to begin anew", e));
        }
    }

    private static void write(Path file, Object value) {
        try {
            DurableFile.write(file, EventJson.MAPPER.writeValueAsBytes(value));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
