/** Public calls (convocatorias públicas; G-18) and their state on a date, across mechanisms. */
@NullMarked
package mx.constancia.query.call;

import org.jspecify.annotations.NullMarked;
