/** The directory of mechanisms (base de datos; G-38). */
@NullMarked
package mx.constancia.query.directory;

import org.jspecify.annotations.NullMarked;
