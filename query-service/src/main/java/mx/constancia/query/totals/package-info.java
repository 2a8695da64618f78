/** Numbers of events and findings by agency, type, sector and period. */
@NullMarked
package mx.constancia.query.totals;

import org.jspecify.annotations.NullMarked;
