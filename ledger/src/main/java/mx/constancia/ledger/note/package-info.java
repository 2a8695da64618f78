/** Signed notes (c2sp.org/signed-note): a text and the signature lines of one or more keys. */
@NullMarked
package mx.constancia.ledger.note;

import org.jspecify.annotations.NullMarked;
