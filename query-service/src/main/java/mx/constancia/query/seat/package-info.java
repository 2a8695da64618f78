/** Seats (asientos) of a mechanism: who held which one on a date. */
@NullMarked
package mx.constancia.query.seat;

import org.jspecify.annotations.NullMarked;
