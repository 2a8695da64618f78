/** The contract: envelope, event types and their wire formats. */
@NullMarked
package mx.constancia.events;

import org.jspecify.annotations.NullMarked;
