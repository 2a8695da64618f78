/** Folds the event topic into the read models: every event once and in its stream's order, whatever breaks. */
@NullMarked
package mx.constancia.query.projection;

import org.jspecify.annotations.NullMarked;
