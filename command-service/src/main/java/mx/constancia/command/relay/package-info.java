/** The relay: sends the log to Kafka, in order, from one elected node; at least once, never with a loss. */
@NullMarked
package mx.constancia.command.relay;

import org.jspecify.annotations.NullMarked;
