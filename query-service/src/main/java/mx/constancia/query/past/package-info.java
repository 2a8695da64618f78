/** Aggregates at a moment of their past, and what two moments have different: folded from their events, whatever the kind. */
@NullMarked
package mx.constancia.query.past;

import org.jspecify.annotations.NullMarked;
