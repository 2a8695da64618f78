/** The whole log as the query side has it, and how far it is complete. */
@NullMarked
package mx.constancia.query.log;

import org.jspecify.annotations.NullMarked;
