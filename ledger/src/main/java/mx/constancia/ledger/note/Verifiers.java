package mx.constancia.ledger.note;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import mx.constancia.ledger.UnverifiedException;

/** The keys that somebody trusts to sign a note. */
public final class Verifiers {

    private final Map<KeyId, NoteVerifier> known;

    /** @throws IllegalStateException if two keys have the same name and id */
    public Verifiers(Collection<? extends NoteVerifier> known) {
        this.known = known.stream().collect(toUnmodifiableMap(NoteVerifier::key, Function.identity()));
    }

    /**
     * Verifies every signature of a known key and ignores those of unknown keys (signed-note, "Signatures").
     *
     * @return the lines that verified, at least one
     * @throws UnverifiedException if a known key's signature is wrong, or no known key signed
     */
    public List<SignatureLine> verify(SignedNote note) {
        List<SignatureLine> ofKnownKeys = note.signatures().stream().filter(line -> known.containsKey(line.key())).toList();
        for (SignatureLine line : ofKnownKeys) {
            if (!known.get(line.key()).verify(note.text(), line.signature())) {
                throw new UnverifiedException("the signature of the known key " + line.key() + " is wrong");
            }
        }
        if (ofKnownKeys.isEmpty()) {
            throw new UnverifiedException("no known key signed the note");
        }
        return ofKnownKeys;
    }
}
