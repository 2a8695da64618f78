/** Checkpoints (c2sp.org/tlog-checkpoint): the signed statement that a log has a size and a root. */
@NullMarked
package mx.constancia.ledger.checkpoint;

import org.jspecify.annotations.NullMarked;
