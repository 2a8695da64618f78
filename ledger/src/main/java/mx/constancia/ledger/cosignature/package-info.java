/** Cosignatures (c2sp.org/tlog-cosignature): a witness states when it saw a checkpoint that only grew. */
@NullMarked
package mx.constancia.ledger.cosignature;

import org.jspecify.annotations.NullMarked;
