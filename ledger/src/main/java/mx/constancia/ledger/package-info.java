/**
 * Tamper evidence: the C2SP formats that let anyone check that no event was changed, removed, inserted or reordered.
 *
 * <p>Vocabulary: an entry is <em>sequenced</em> (has an index), then <em>integrated</em> (its hash is in a tile), then
 * <em>published</em> (a signed checkpoint covers it). Nothing here reads or writes a file, a socket or a clock of its own.
 */
@NullMarked
package mx.constancia.ledger;

import org.jspecify.annotations.NullMarked;
