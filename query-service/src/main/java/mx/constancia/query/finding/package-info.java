/** Findings (hallazgos): what the rulebook objected to, across mechanisms. */
@NullMarked
package mx.constancia.query.finding;

import org.jspecify.annotations.NullMarked;
