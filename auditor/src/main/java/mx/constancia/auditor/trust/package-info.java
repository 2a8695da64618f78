/** Whom the auditor trusts, and what it remembers of the logs that it has seen. */
@NullMarked
package mx.constancia.auditor.trust;

import org.jspecify.annotations.NullMarked;
