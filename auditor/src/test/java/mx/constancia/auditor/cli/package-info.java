@NullMarked
package mx.constancia.auditor.cli;

import org.jspecify.annotations.NullMarked;
