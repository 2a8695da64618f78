/** Logs and keys to test with. */
@NullMarked
package mx.constancia.auditor.sample;

import org.jspecify.annotations.NullMarked;
