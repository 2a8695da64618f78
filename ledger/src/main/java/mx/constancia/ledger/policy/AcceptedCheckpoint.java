package mx.constancia.ledger.policy;

import java.time.Instant;
import java.util.Map;
import mx.constancia.ledger.checkpoint.Checkpoint;

/**
 * A checkpoint that satisfied a policy.
 *
 * @param checkpoint what its log stated
 * @param witnesses  the witnesses of the policy that cosigned it, each with its latest time
 */
public record AcceptedCheckpoint(Checkpoint checkpoint, Map<String, Instant> witnesses) {

    public AcceptedCheckpoint {
        witnesses = Map.copyOf(witnesses);
    }
}
