/** Sessions (sesiones; G-23 I, G-25 VI) across mechanisms. */
@NullMarked
package mx.constancia.query.session;

import org.jspecify.annotations.NullMarked;
