package mx.constancia.command.ledger.tree;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

import mx.constancia.ledger.checkpoint.Checkpoint;
import mx.constancia.ledger.checkpoint.SignedCheckpoint;
import mx.constancia.ledger.note.Ed25519NoteSigner;
import mx.constancia.ledger.note.Ed25519NoteVerifier;
import mx.constancia.ledger.note.NoteSigner;
import mx.constancia.ledger.note.Signer;
import mx.constancia.ledger.note.VerifierKey;
import mx.constancia.ledger.note.Verifiers;

/** The log's name and the keys that it signs with: one, or the new and the previous one while a key is replaced. */
public final class LogKeys {

    private final String origin;
    private final List<Ed25519NoteSigner> signers;
    private final Verifiers verifiers;

    /** @param keys the current one first */
    public LogKeys(String origin, List<? extends Signer> keys) {
        this.origin = origin;
        this.signers = keys.stream().map(key -> new Ed25519NoteSigner(origin, key)).toList();
        this.verifiers = new Verifiers(verifierKeys().stream().map(Ed25519NoteVerifier::new).toList());
    }

    /** The log's name. */
    public String origin() {
        return origin;
    }

    /** The public keys, the current one first. */
    public List<VerifierKey> verifierKeys() {
        return signers.stream().map(NoteSigner::verifierKey).toList();
    }

    SignedCheckpoint sign(Checkpoint checkpoint) {
        return SignedCheckpoint.sign(checkpoint, signers);
    }

    /** @throws mx.constancia.ledger.UnverifiedException when none of the keys signed it */
    Checkpoint verify(SignedCheckpoint checkpoint) {
        return checkpoint.verify(origin, verifiers);
    }

    boolean allSigned(SignedCheckpoint checkpoint) {
        return verifierKeys().stream().allMatch(
                key -> checkpoint.note().signatures().stream().anyMatch(line -> line.key().equals(key.id())));
    }

    LedgerFile file() {
        return new LedgerFile(LedgerFile.VERIFIER_KEYS,
                verifierKeys().stream().map(key -> key.format() + "\n").collect(Collectors.joining()).getBytes(StandardCharsets.UTF_8));
    }
}
