/** Tiles and entry bundles (c2sp.org/tlog-tiles): a log as immutable files of 256 hashes or 256 entries. */
@NullMarked
package mx.constancia.ledger.tiles;

import org.jspecify.annotations.NullMarked;
