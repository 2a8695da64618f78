/** The messages between a log and its witnesses (c2sp.org/tlog-witness). */
@NullMarked
package mx.constancia.ledger.witness;

import org.jspecify.annotations.NullMarked;
