/** Appointments (designaciones): one person in one seat for one period, across mechanisms. */
@NullMarked
package mx.constancia.query.appointment;

import org.jspecify.annotations.NullMarked;
