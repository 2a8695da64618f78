/**
 * The rules that the C2SP formats share: strict UTF-8, canonical base64, decimals, lines, SHA-256. For the formats of this module
 * only.
 */
@NullMarked
package mx.constancia.ledger.text;

import org.jspecify.annotations.NullMarked;
