/** Verifies a log: every tile, every entry and every event, against a checkpoint that is trusted. */
@NullMarked
package mx.constancia.auditor.verify;

import org.jspecify.annotations.NullMarked;
