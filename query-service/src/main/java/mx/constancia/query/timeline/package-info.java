/** The life of a mechanism, event by event. */
@NullMarked
package mx.constancia.query.timeline;

import org.jspecify.annotations.NullMarked;
