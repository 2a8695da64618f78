/** Everything that is needed to verify a log later, without any server. */
@NullMarked
package mx.constancia.auditor.export;

import org.jspecify.annotations.NullMarked;
