/** Agencies and entities (dependencias y entidades). */
@NullMarked
package mx.constancia.query.agency;

import org.jspecify.annotations.NullMarked;
