/** Events that could not be projected and wait (eventos apartados), for operators. */
@NullMarked
package mx.constancia.query.parked;

import org.jspecify.annotations.NullMarked;
