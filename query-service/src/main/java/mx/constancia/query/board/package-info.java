/** Boards: lists across mechanisms, each of which is declared and not programmed: what an event adds, filters, columns. */
@NullMarked
package mx.constancia.query.board;

import org.jspecify.annotations.NullMarked;
