package mx.constancia.query.ledger;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

import mx.constancia.ledger.MalformedException;
import mx.constancia.ledger.checkpoint.Checkpoint;
import mx.constancia.ledger.checkpoint.SignedCheckpoint;
import mx.constancia.ledger.note.Ed25519NoteVerifier;
import mx.constancia.ledger.note.VerifierKey;
import mx.constancia.ledger.note.Verifiers;

import org.bson.Document;
import org.bson.types.Binary;

/**
 * The log's verifier keys, as the topic names them: one a line, several while a key is being replaced.
 *
 * @param keys the keys, at least one
 */
record LogKeys(List<VerifierKey> keys) {

    LogKeys {
        keys = List.copyOf(keys);
        try {
            verifiers(keys);
        } catch (IllegalArgumentException | IllegalStateException e) {
            throw new MalformedException(ID, "keys", String.valueOf(e.getMessage()));
        }
    }

    /** {@code _id} of their document, and key of their record. */
    static final String ID = "vkey";

    /** @throws mx.constancia.ledger.MalformedException when a line is no key */
    static LogKeys parse(byte[] bytes) {
        return of(new String(bytes, StandardCharsets.UTF_8).lines().toList());
    }

    /** @throws mx.constancia.ledger.MalformedException when a text is no key */
    static LogKeys of(List<String> keys) {
        return new LogKeys(keys.stream().map(String::strip).filter(line -> !line.isEmpty()).map(VerifierKey::parse).distinct().toList());
    }

    static Optional<LogKeys> of(Optional<Document> document) {
        return document.map(found -> parse(found.get("bytes", Binary.class).getData()));
    }

    static Document document(byte[] bytes) {
        return new Document("_id", ID).append("bytes", new Binary(bytes));
    }

    /** Whether one key at least is among these too. */
    boolean shares(LogKeys others) {
        return keys.stream().anyMatch(others.keys::contains);
    }

    /** @throws mx.constancia.ledger.UnverifiedException when none of these keys signed it as the checkpoint of its log */
    Checkpoint verify(SignedCheckpoint signed) {
        String origin = keys.getFirst().id().name();
        return signed.verify(origin, verifiers(keys));
    }

    private static Verifiers verifiers(List<VerifierKey> keys) {
        return new Verifiers(keys.stream().map(Ed25519NoteVerifier::new).toList());
    }
}
