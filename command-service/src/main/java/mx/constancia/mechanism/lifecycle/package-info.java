/** The order of a mechanism's life, and what must stay true while it operates. */
@NullMarked
package mx.constancia.mechanism.lifecycle;

import org.jspecify.annotations.NullMarked;
