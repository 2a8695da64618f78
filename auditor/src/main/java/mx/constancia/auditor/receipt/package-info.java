/** Receipts that are verified without any server. */
@NullMarked
package mx.constancia.auditor.receipt;

import org.jspecify.annotations.NullMarked;
