/** Real programmes as files, and what runs them through the public HTTP API. */
@NullMarked
package mx.constancia.local.programme;

import org.jspecify.annotations.NullMarked;
