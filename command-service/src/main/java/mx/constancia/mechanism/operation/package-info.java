/** Beginning and end of operation (operación y conclusión; G-39, G-21 I). */
@NullMarked
package mx.constancia.mechanism.operation;

import org.jspecify.annotations.NullMarked;
