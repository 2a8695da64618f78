@NullMarked
package mx.constancia.auditor.witness;

import org.jspecify.annotations.NullMarked;
