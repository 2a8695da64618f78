/** The log as it grows, sent to whoever listens. */
@NullMarked
package mx.constancia.query.stream;

import org.jspecify.annotations.NullMarked;
