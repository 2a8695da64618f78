/**
 * What the ledger writer decides: which tree it signs, what it refuses, what it publishes and in which order. Knows neither
 * database nor network, only the ports to them.
 */
@NullMarked
package mx.constancia.command.ledger.tree;

import org.jspecify.annotations.NullMarked;
