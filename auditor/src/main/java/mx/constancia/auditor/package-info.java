/** What an auditor verifies alone: nothing here trusts a service, and nothing depends on one but the formats that both share. */
@NullMarked
package mx.constancia.auditor;

import org.jspecify.annotations.NullMarked;
