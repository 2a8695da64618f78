/** The ledger writer: makes the log's Merkle tree, signs it, and publishes it, from one elected node. */
@NullMarked
package mx.constancia.command.ledger;

import org.jspecify.annotations.NullMarked;
