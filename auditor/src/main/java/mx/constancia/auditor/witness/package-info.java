/** A witness of logs (c2sp.org/tlog-witness), for an organ of internal control or anybody else to run. */
@NullMarked
package mx.constancia.auditor.witness;

import org.jspecify.annotations.NullMarked;
