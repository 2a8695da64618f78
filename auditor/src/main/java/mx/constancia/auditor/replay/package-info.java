/** Histories of single streams, folded from verified events, and compared with what a service says. */
@NullMarked
package mx.constancia.auditor.replay;

import org.jspecify.annotations.NullMarked;
