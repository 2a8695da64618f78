/** The whole of an audit: whom to trust, what to verify, what to remember. */
@NullMarked
package mx.constancia.auditor.audit;

import org.jspecify.annotations.NullMarked;
