package mx.constancia.auditor.receipt;

import java.util.Arrays;
import java.util.Optional;

import mx.constancia.events.StoredEvent;
import mx.constancia.events.entry.LedgerEntry;
import mx.constancia.events.entry.RestrictedSeal;
import mx.constancia.ledger.LedgerException;
import mx.constancia.ledger.UnverifiedException;
import mx.constancia.ledger.policy.AcceptedCheckpoint;
import mx.constancia.ledger.policy.TrustPolicy;
import mx.constancia.ledger.proof.Receipt;

/** Verifies that a receipt proves the publication of an event: offline, from its bytes alone. */
public final class ReceiptCheck {

    private final TrustPolicy policy;

    public ReceiptCheck(TrustPolicy policy) {
        this.policy = policy;
    }

    /**
     * What a receipt proves.
     *
     * @param entry    the entry that is published
     * @param accepted the checkpoint that covers it, and who witnessed it
     */
    public record Proven(LedgerEntry entry, AcceptedCheckpoint accepted) {
    }

    /**
     * The entry that comes with a receipt, which nothing vouches for until {@link #verify} has.
     *
     * @return empty when the receipt carries none
     */
    public static Optional<byte[]> entryIn(Receipt receipt) {
        return receipt.extra().isEmpty() ? Optional.empty() : Optional.of(receipt.extraBytes());
    }

    /**
     * Verifies a receipt.
     *
     * @param event what the receipt should be about; empty when the entry that it carries is enough
     * @throws LedgerException          when the receipt does not hold
     * @throws IllegalArgumentException when the event is none, or there is neither an event nor an entry
     */
    public Proven verify(Receipt receipt, Optional<StoredEvent> event) {
        byte[] carried = entryIn(receipt).orElse(null);
        byte[] derived = event.map(LedgerEntry::of).map(LedgerEntry::bytes).orElse(null);
        if (carried != null && derived != null && !Arrays.equals(carried, derived)) {
            throw new UnverifiedException("it is the receipt of another event, or the event was changed");
        }
        byte[] bytes = derived == null ? carried : derived;
        if (bytes == null) {
            throw new IllegalArgumentException("there is neither an event nor an entry");
        }
        AcceptedCheckpoint accepted = receipt.verify(bytes, policy);
        LedgerEntry entry = LedgerEntry.parse(bytes);
        if (entry.position() != receipt.inclusion().index()) {
            throw new UnverifiedException("its entry belongs to position " + entry.position() + ", not to " + receipt.inclusion().index());
        }
        if (event.isPresent() && !RestrictedSeal.holds(event.get())) {
            throw new UnverifiedException("the event's restricted part is not the one that was sealed");
        }
        return new Proven(entry, accepted);
    }
}
