/**
 * Attacks on the record, by somebody who has every database and the broker. Each test does the damage for real, asserts who
 * notices, at which position and in which words, and holds {@code docs/attacks.md} to that.
 */
@NullMarked
package mx.constancia.attacks;

import org.jspecify.annotations.NullMarked;
