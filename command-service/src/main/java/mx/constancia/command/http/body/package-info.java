/** The body of a command: which fields it has, and how JSON becomes the command's record or a list of what is wrong. */
@NullMarked
package mx.constancia.command.http.body;

import org.jspecify.annotations.NullMarked;
