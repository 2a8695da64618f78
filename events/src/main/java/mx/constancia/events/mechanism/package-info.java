/** Facts in the life of a citizen participation mechanism (mecanismo de participación ciudadana). */
@NullMarked
package mx.constancia.events.mechanism;

import org.jspecify.annotations.NullMarked;
