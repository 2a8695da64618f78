/** The event log: the system of record, one gap-free order of all events in PostgreSQL, appended by group commit. */
@NullMarked
package mx.constancia.command.eventlog;

import org.jspecify.annotations.NullMarked;
