/** What the service answers when it cannot answer: RFC 9457, every kind with a page of its own. */
@NullMarked
package mx.constancia.query.http.problem;

import org.jspecify.annotations.NullMarked;
