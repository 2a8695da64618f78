@NullMarked
package mx.constancia.auditor.verify;

import org.jspecify.annotations.NullMarked;
