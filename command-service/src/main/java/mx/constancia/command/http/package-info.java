/** The one HTTP adapter of all commands: from request to submission, from outcome to answer. */
@NullMarked
package mx.constancia.command.http;

import org.jspecify.annotations.NullMarked;
