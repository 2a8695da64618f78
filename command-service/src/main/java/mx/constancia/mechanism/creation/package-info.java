/** How a mechanism comes to exist (creación; G-9 to G-13). */
@NullMarked
package mx.constancia.mechanism.creation;

import org.jspecify.annotations.NullMarked;
