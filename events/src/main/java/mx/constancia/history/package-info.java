/** The pure fold from events to state, shared by everything that answers questions about the past. */
@NullMarked
package mx.constancia.history;

import org.jspecify.annotations.NullMarked;
