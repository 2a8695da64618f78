/** Sessions (sesiones; G-23 I, G-25 VI). */
@NullMarked
package mx.constancia.mechanism.session;

import org.jspecify.annotations.NullMarked;
