/**
 * What the transparency ledger says about an event: its entry, the canonical JSON that digests are made over, and the seal of
 * its restricted part.
 */
@NullMarked
package mx.constancia.events.entry;

import org.jspecify.annotations.NullMarked;
