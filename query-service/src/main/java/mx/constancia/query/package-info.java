/** Answers questions about mechanisms from read models that can be thrown away at any time. */
@NullMarked
package mx.constancia.query;

import org.jspecify.annotations.NullMarked;
