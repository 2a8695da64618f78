/**
 * The outside parts of the local default, run from Maven artifacts alone: nothing to install, no Docker.
 *
 * <p>PostgreSQL and Kafka are the real programs with their data on disk; the MongoDB part is a stand-in in memory.
 */
@NullMarked
package mx.constancia.embedded;

import org.jspecify.annotations.NullMarked;
