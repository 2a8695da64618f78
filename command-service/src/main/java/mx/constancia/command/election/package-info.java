/** One node for a task: elected by a lock of PostgreSQL that lives as long as the node's connection. */
@NullMarked
package mx.constancia.command.election;

import org.jspecify.annotations.NullMarked;
