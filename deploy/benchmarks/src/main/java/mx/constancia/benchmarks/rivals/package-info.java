/** What users would pick instead of Constancia, doing the same work. */
@NullMarked
package mx.constancia.benchmarks.rivals;

import org.jspecify.annotations.NullMarked;
