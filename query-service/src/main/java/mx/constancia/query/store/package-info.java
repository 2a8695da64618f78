/** The documents of the read models: where they are kept, and how they are written so that no writer overtakes another. */
@NullMarked
package mx.constancia.query.store;

import org.jspecify.annotations.NullMarked;
