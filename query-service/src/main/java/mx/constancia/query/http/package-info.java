/** What all requests have in common: who reads, paging, labels, problems. */
@NullMarked
package mx.constancia.query.http;

import org.jspecify.annotations.NullMarked;
