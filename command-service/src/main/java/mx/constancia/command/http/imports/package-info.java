/** Many commands in one request: {@code POST /imports} takes lines and answers lines. */
@NullMarked
package mx.constancia.command.http.imports;

import org.jspecify.annotations.NullMarked;
