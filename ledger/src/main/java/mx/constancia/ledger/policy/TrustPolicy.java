package mx.constancia.ledger.policy;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import mx.constancia.ledger.MalformedException;
import mx.constancia.ledger.UnverifiedException;
import mx.constancia.ledger.checkpoint.Checkpoint;
import mx.constancia.ledger.checkpoint.SignedCheckpoint;
import mx.constancia.ledger.cosignature.CosignatureVerifier;
import mx.constancia.ledger.note.Ed25519NoteVerifier;
import mx.constancia.ledger.note.KeyId;
import mx.constancia.ledger.note.NoteVerifier;
import mx.constancia.ledger.note.SignatureLine;
import mx.constancia.ledger.note.SignatureType;
import mx.constancia.ledger.note.VerifierKey;
import mx.constancia.ledger.note.Verifiers;
import mx.constancia.ledger.text.Utf8;

/**
 * When to accept a checkpoint: a known log signed it, and a quorum of known witnesses cosigned it.
 *
 * @param logs      the keys of known logs; the name of a key is the log's origin
 * @param witnesses the known witnesses, with names that differ
 * @param quorum    built from these witnesses
 * @throws IllegalArgumentException if a log's key is a witness's or the other way round
 */
public record TrustPolicy(List<Party> logs, List<Party> witnesses, Quorum quorum) {

    private static final String FORMAT = "policy";

    public TrustPolicy {
        logs = List.copyOf(logs);
        witnesses = List.copyOf(witnesses);
        logs.forEach(log -> log.key().ed25519(SignatureType.ED25519));
        witnesses.forEach(witness -> witness.key().ed25519(SignatureType.COSIGNATURE_V1));
        requireDistinct("logs", logs, party -> party.key().publicKey());
        requireDistinct("witnesses", witnesses, party -> party.key().publicKey());
        requireDistinct("witnesses", witnesses, Party::name);
    }

    /** A policy of {@code needed} witnesses out of several; 0 asks for none. */
    public static TrustPolicy of(List<VerifierKey> logs, int needed, List<VerifierKey> witnesses) {
        List<Quorum> members = witnesses.stream().<Quorum>map(key -> new Quorum.Witness(key.id().name())).toList();
        return new TrustPolicy(logs.stream().map(Party::of).toList(), witnesses.stream().map(Party::of).toList(),
                needed == 0 ? new Quorum.None() : new Quorum.Group("quorum", needed, members));
    }

    /** Parses a policy file. */
    public static TrustPolicy parse(byte[] bytes) {
        return new PolicyParser(bytes).parse();
    }

    /** The policy as a file, for whoever verifies later. */
    public byte[] bytes() {
        return Utf8.encode(FORMAT, new PolicyWriter().write(this));
    }

    /**
     * Verifies the signatures of the log and of the witnesses.
     *
     * @throws UnverifiedException if the log is unknown, a known key's signature is wrong, or the quorum is not met
     */
    public AcceptedCheckpoint accept(SignedCheckpoint signed) {
        Checkpoint checkpoint = signed.unverified();
        List<Ed25519NoteVerifier> ofLog = logs.stream()
                .map(Party::key)
                .filter(key -> key.id().name().equals(checkpoint.origin()))
                .map(Ed25519NoteVerifier::new)
                .toList();
        if (ofLog.isEmpty()) {
            throw new UnverifiedException("the policy does not know the log " + checkpoint.origin());
        }
        signed.verify(checkpoint.origin(), new Verifiers(ofLog));
        Map<String, Instant> cosigned = cosignatures(signed);
        if (!quorum.isMetBy(cosigned.keySet())) {
            throw new UnverifiedException("the quorum " + quorum.name() + " is not met; cosigned by "
                    + cosigned.keySet().stream().sorted().toList());
        }
        return new AcceptedCheckpoint(checkpoint, cosigned);
    }

    private Map<String, Instant> cosignatures(SignedCheckpoint signed) {
        var names = new HashMap<KeyId, String>();
        witnesses.forEach(witness -> names.put(witness.key().id(), witness.name()));
        List<SignatureLine> lines = signed.note().signatures().stream().filter(line -> names.containsKey(line.key())).toList();
        if (!lines.isEmpty()) {
            new Verifiers(witnessVerifiers()).verify(signed.note());
        }
        var cosigned = new HashMap<String, Instant>();
        lines.forEach(line -> cosigned.merge(names.get(line.key()), CosignatureVerifier.time(line), TrustPolicy::later));
        return cosigned;
    }

    private List<? extends NoteVerifier> witnessVerifiers() {
        return witnesses.stream().map(Party::key).map(CosignatureVerifier::new).toList();
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static void requireDistinct(String where, List<Party> parties, Function<Party, String> property) {
        if (parties.stream().map(property).distinct().count() < parties.size()) {
            throw new MalformedException(FORMAT, where, "the same key or name stands twice");
        }
    }
}
