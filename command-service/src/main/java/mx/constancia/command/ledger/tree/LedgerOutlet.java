package mx.constancia.command.ledger.tree;

import java.util.List;
import java.util.Optional;

import mx.constancia.ledger.checkpoint.SignedCheckpoint;

/** Where the ledger is published. Whoever opened it last is the only one who can publish. */
public interface LedgerOutlet {

    /** The checkpoint that was published last. */
    Optional<SignedCheckpoint> lastPublished();

    /** Publishes files in this order and returns when they are durable; after a failure any beginning of them may be. */
    void publish(List<LedgerFile> files);
}
