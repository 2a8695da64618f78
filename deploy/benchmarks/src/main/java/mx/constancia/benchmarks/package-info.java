/** Measurements that anyone can repeat: each against a baseline in the same run, with their rounds interleaved. */
@NullMarked
package mx.constancia.benchmarks;

import org.jspecify.annotations.NullMarked;
