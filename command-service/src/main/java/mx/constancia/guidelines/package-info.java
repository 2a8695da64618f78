/** The Guidelines as a whole: every command, every rule, and the one way to decide. */
@NullMarked
package mx.constancia.guidelines;

import org.jspecify.annotations.NullMarked;
