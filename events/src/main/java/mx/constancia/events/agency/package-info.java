/** Facts about agencies and entities (dependencias y entidades). */
@NullMarked
package mx.constancia.events.agency;

import org.jspecify.annotations.NullMarked;
