/** Mechanisms (mecanismos de participación ciudadana): their state, now and at any moment of their past. */
@NullMarked
package mx.constancia.query.mechanism;

import org.jspecify.annotations.NullMarked;
