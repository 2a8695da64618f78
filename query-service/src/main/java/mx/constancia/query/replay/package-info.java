/** The log itself, event by event. */
@NullMarked
package mx.constancia.query.replay;

import org.jspecify.annotations.NullMarked;
