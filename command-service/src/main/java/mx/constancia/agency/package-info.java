/** Agencies and entities (dependencias y entidades; G-2). */
@NullMarked
package mx.constancia.agency;

import org.jspecify.annotations.NullMarked;
