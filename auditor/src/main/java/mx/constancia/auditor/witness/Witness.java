package mx.constancia.auditor.witness;

import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;

import mx.constancia.ledger.MalformedException;
import mx.constancia.ledger.UnverifiedException;
import mx.constancia.ledger.checkpoint.Checkpoint;
import mx.constancia.ledger.checkpoint.SignedCheckpoint;
import mx.constancia.ledger.cosignature.CosignatureSigner;
import mx.constancia.ledger.merkle.TreeHasher;
import mx.constancia.ledger.note.Ed25519NoteVerifier;
import mx.constancia.ledger.note.SignatureLine;
import mx.constancia.ledger.note.VerifierKey;
import mx.constancia.ledger.note.Verifiers;
import mx.constancia.ledger.witness.AddCheckpoint;
import mx.constancia.ledger.witness.Cosigned;
import mx.constancia.ledger.witness.MonitoringPath;
import mx.constancia.ledger.witness.SizeConflict;

/**
 * Cosigns a checkpoint only if it continues everything that it cosigned before, and remembers it before it says so: two clients
 * that ask for the same witness's cosignature cannot be shown two histories.
 */
public final class Witness {

    private final Map<String, Verifiers> logs;
    private final CosignatureSigner signer;
    private final WitnessMemory memory;
    /** What is remembered is read, judged and replaced as one step; a witness gets a few checkpoints a minute. */
    private final ReentrantLock step = new ReentrantLock();

    /** @param logKeys keys of the logs that it watches; several of one name while a log replaces its key */
    public Witness(List<VerifierKey> logKeys, CosignatureSigner signer, WitnessMemory memory) {
        this.logs = Map.copyOf(logKeys.stream().collect(groupingBy(key -> key.id().name(), TreeMap::new,
                mapping(Ed25519NoteVerifier::new, collectingAndThen(toList(), Verifiers::new)))));
        this.signer = signer;
        this.memory = memory;
    }

    /** The key that others verify its cosignatures with. */
    public VerifierKey key() {
        return signer.verifierKey();
    }

    /**
     * Judges the body of a request to add a checkpoint.
     *
     * @throws IOException when it cannot be remembered; nothing was cosigned then
     */
    public Answer add(byte[] body) throws IOException {
        AddCheckpoint request;
        try {
            request = AddCheckpoint.parse(body);
        } catch (MalformedException e) {
            return new Answer.Refused(Answer.Reason.MALFORMED, e.getMessage());
        }
        String origin = request.checkpoint().unverified().origin();
        Verifiers keys = logs.get(origin);
        if (keys == null) {
            return new Answer.Refused(Answer.Reason.UNKNOWN_LOG, "this witness does not watch the log " + origin);
        }
        try {
            request.checkpoint().verify(origin, keys);
        } catch (UnverifiedException e) {
            return new Answer.Refused(Answer.Reason.UNSIGNED, e.getMessage());
        }
        step.lock();
        try {
            return judge(request);
        } finally {
            step.unlock();
        }
    }

    /** The checkpoint that was cosigned last, at its {@link MonitoringPath}. */
    public Optional<byte[]> cosigned(String monitoringPath) throws IOException {
        for (String origin : logs.keySet()) {
            if (MonitoringPath.of(origin).equals(monitoringPath)) {
                return memory.last(origin).map(SignedCheckpoint::bytes);
            }
        }
        return Optional.empty();
    }

    private Answer judge(AddCheckpoint request) throws IOException {
        Checkpoint next = request.checkpoint().unverified();
        Optional<Checkpoint> last = memory.last(next.origin()).map(SignedCheckpoint::unverified);
        long known = last.map(Checkpoint::size).orElse(0L);
        if (request.growth().from() != known) {
            return new Answer.Stale(new SizeConflict(known));
        }
        try {
            request.growth().verify(last.map(Checkpoint::root).orElse(TreeHasher.EMPTY_ROOT), next.root());
        } catch (UnverifiedException e) {
            return new Answer.Refused(Answer.Reason.INCONSISTENT, e.getMessage());
        }
        List<SignatureLine> cosignatures = List.of(signer.sign(request.checkpoint().note().text()));
        memory.remember(next.origin(), request.checkpoint().with(cosignatures));
        return new Answer.Accepted(new Cosigned(cosignatures));
    }
}
