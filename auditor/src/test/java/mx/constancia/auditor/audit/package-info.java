@NullMarked
package mx.constancia.auditor.audit;

import org.jspecify.annotations.NullMarked;
