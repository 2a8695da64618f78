/** What went wrong, told to a person: problem details (RFC 9457) for every refusal and failure of the service. */
@NullMarked
package mx.constancia.command.http.problem;

import org.jspecify.annotations.NullMarked;
