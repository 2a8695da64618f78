/** Receipts (c2sp.org/tlog-proof): evidence, in one file and without any server, that an entry was published. */
@NullMarked
package mx.constancia.ledger.proof;

import org.jspecify.annotations.NullMarked;
