/** Loads of national size, made up but of the documented proportions, as files for the import. */
@NullMarked
package mx.constancia.benchmarks.load;

import org.jspecify.annotations.NullMarked;
