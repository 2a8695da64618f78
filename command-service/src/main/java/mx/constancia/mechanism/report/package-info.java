/** What the mechanism reports (informes; G-32). */
@NullMarked
package mx.constancia.mechanism.report;

import org.jspecify.annotations.NullMarked;
