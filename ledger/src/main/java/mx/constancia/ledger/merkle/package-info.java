/** The Merkle tree of RFC 6962 section 2.1 (the same as RFC 9162 section 2.1) with SHA-256, its frontier and its proofs. */
@NullMarked
package mx.constancia.ledger.merkle;

import org.jspecify.annotations.NullMarked;
