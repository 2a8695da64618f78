/** Who sits in the mechanism, and until when (integrantes; G-15 to G-17, G-21, G-22). */
@NullMarked
package mx.constancia.mechanism.membership;

import org.jspecify.annotations.NullMarked;
