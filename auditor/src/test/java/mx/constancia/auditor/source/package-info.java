@NullMarked
package mx.constancia.auditor.source;

import org.jspecify.annotations.NullMarked;
