/** Files that a crash leaves either as they were or as they were to be. */
@NullMarked
package mx.constancia.auditor.file;

import org.jspecify.annotations.NullMarked;
