package mx.constancia.auditor.witness;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

import mx.constancia.auditor.file.DurableFile;
import mx.constancia.ledger.MalformedException;
import mx.constancia.ledger.checkpoint.SignedCheckpoint;
import mx.constancia.ledger.witness.MonitoringPath;

/**
 * The checkpoints that a witness cosigned last, one file for each log. Never restore the folder from a backup: the witness would
 * cosign for a second time what it has forgotten.
 */
public final class WitnessMemory {

    private final Path folder;

    /** @param folder of a witness that has it for itself, see {@link mx.constancia.auditor.file.FolderLock} */
    public WitnessMemory(Path folder) {
        this.folder = folder;
    }

    /**
     * The last checkpoint of a log; empty when it was never seen.
     *
     * @throws IOException when it cannot be read: then nothing may be cosigned
     */
    Optional<SignedCheckpoint> last(String origin) throws IOException {
        Path file = file(origin);
        try {
            return Optional.of(SignedCheckpoint.parse(Files.readAllBytes(file)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (MalformedException e) {
            throw new IOException(file + " is damaged: " + e.getMessage(), e);
        }
    }

    /** Remembers a checkpoint; when this returns, no crash makes the witness forget it. */
    void remember(String origin, SignedCheckpoint cosigned) throws IOException {
        DurableFile.write(file(origin), cosigned.bytes());
    }

    private Path file(String origin) {
        return folder.resolve("logs").resolve(MonitoringPath.of(origin));
    }
}
