/** The transparency ledger as anyone reads it: checkpoint, tiles, entries, proofs and receipts. */
@NullMarked
package mx.constancia.query.ledger;

import org.jspecify.annotations.NullMarked;
