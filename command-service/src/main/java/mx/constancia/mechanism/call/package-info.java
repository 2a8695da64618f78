/** How members are sought: public call and direct invitation (convocatoria e invitación; G-18, G-19). */
@NullMarked
package mx.constancia.mechanism.call;

import org.jspecify.annotations.NullMarked;
