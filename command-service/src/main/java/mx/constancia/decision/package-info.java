/**
 * How a decision is made: a command meets a state and a rulebook, and comes out as events or as a refusal. Pure: no
 * framework, no clock, no I/O.
 */
@NullMarked
package mx.constancia.decision;

import org.jspecify.annotations.NullMarked;
