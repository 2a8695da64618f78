/** What all publishers to Kafka share. */
@NullMarked
package mx.constancia.command.kafka;

import org.jspecify.annotations.NullMarked;
