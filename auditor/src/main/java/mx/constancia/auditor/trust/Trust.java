package mx.constancia.auditor.trust;

import java.util.List;
import java.util.Optional;

import mx.constancia.auditor.source.LedgerReader;
import mx.constancia.auditor.verify.Fault;
import mx.constancia.ledger.MalformedException;
import mx.constancia.ledger.UnverifiedException;
import mx.constancia.ledger.checkpoint.SignedCheckpoint;
import mx.constancia.ledger.note.SignatureType;
import mx.constancia.ledger.note.VerifierKey;
import mx.constancia.ledger.policy.AcceptedCheckpoint;
import mx.constancia.ledger.policy.Party;
import mx.constancia.ledger.policy.TrustPolicy;

/** Decides whether a log's checkpoint is what to verify against: by the policy that was given, or by what the log showed first. */
public final class Trust {

    private final Optional<TrustPolicy> given;
    private final Memory memory;

    /** @param given keys of log and witnesses that the auditor has from elsewhere; without it the first key seen is trusted */
    public Trust(Optional<TrustPolicy> given, Memory memory) {
        this.given = given;
        this.memory = memory;
    }

    /** How the log's key is known. */
    public enum Basis {
        /** The auditor has it from elsewhere. */
        GIVEN,
        /** It is the one that was seen first. */
        REMEMBERED,
        /** It is seen for the first time: whoever answered could have made it up. */
        FIRST_USE
    }

    /** Whether a checkpoint is what to verify against. */
    public sealed interface Judged {
    }

    /**
     * It is.
     *
     * @param signed     the checkpoint with its signatures
     * @param accepted   what it says, and which witnesses say the same
     * @param basis      how its key is known
     * @param keys       the log's keys
     * @param remembered what was verified before of the same log
     */
    public record Accepted(SignedCheckpoint signed, AcceptedCheckpoint accepted, Basis basis, List<VerifierKey> keys,
            Optional<Memory.Log> remembered) implements Judged {
    }

    /** It is not, for one reason or several. */
    public record Refused(List<Fault> faults) implements Judged {
    }

    /**
     * Judges the checkpoint that a log shows now.
     *
     * @param snapshot whether the files are a copy of some day, which may be older than what is remembered
     * @throws mx.constancia.auditor.source.SourceException when it cannot be read
     */
    public Judged judge(LedgerReader ledger, boolean snapshot) {
        SignedCheckpoint signed;
        try {
            signed = ledger.checkpoint();
        } catch (MalformedException e) {
            return new Refused(List.of(Fault.of(Fault.Kind.CHECKPOINT_MALFORMED, ledger.name(), e.getMessage())));
        }
        String origin = signed.unverified().origin();
        Optional<Memory.Log> remembered = memory.log(origin);
        Basis basis = given.isPresent() ? Basis.GIVEN : remembered.isPresent() ? Basis.REMEMBERED : Basis.FIRST_USE;
        Optional<String> before = memory.logAt(ledger.name());
        if (basis != Basis.GIVEN && before.isPresent() && !before.get().equals(origin)) {
            return new Refused(List.of(Fault.of(Fault.Kind.ANOTHER_LOG, ledger.name(), before.get(), origin)));
        }
        TrustPolicy policy;
        AcceptedCheckpoint accepted;
        try {
            policy = policy(basis, ledger, origin, remembered);
            accepted = policy.accept(signed);
        } catch (MalformedException | UnverifiedException e) {
            Fault.Kind kind = basis == Basis.REMEMBERED ? Fault.Kind.KEY_CHANGED : Fault.Kind.CHECKPOINT_UNSIGNED;
            return new Refused(List.of(Fault.of(kind, ledger.name(), e.getMessage())));
        }
        List<Fault> shrunk = snapshot ? List.of() : growth(ledger, accepted, remembered);
        List<VerifierKey> keys = policy.logs().stream().map(Party::key).filter(key -> key.id().name().equals(origin)).toList();
        return shrunk.isEmpty() ? new Accepted(signed, accepted, basis, keys, remembered) : new Refused(shrunk);
    }

    private TrustPolicy policy(Basis basis, LedgerReader ledger, String origin, Optional<Memory.Log> remembered) {
        return switch (basis) {
            case GIVEN -> given.orElseThrow();
            case REMEMBERED -> TrustPolicy.of(remembered.orElseThrow().verifierKeys(), 0, List.of());
            case FIRST_USE -> TrustPolicy.of(ledger.keys().stream()
                    .filter(key -> key.type() == SignatureType.ED25519 && key.id().name().equals(origin)).toList(), 0, List.of());
        };
    }

    /** What the sizes alone tell; whether the smaller tree is the beginning of this one, its entries tell. */
    private static List<Fault> growth(LedgerReader ledger, AcceptedCheckpoint accepted, Optional<Memory.Log> remembered) {
        long now = accepted.checkpoint().size();
        long last = remembered.map(log -> log.last().size()).orElse(0L);
        return now >= last ? List.of() : List.of(Fault.among(now, last - 1, Fault.Kind.SHRUNK, ledger.name(), now, last));
    }
}
