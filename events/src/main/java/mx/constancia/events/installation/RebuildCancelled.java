package mx.constancia.events.installation;

import mx.constancia.events.EventType;

/**
 * An operator asked for the views that are being built to be given up; those that serve stay.
 *
 * @param reason why, in the operator's words
 */
@EventType("installation.rebuild-cancelled.v1")
public record RebuildCancelled(String reason) implements InstallationEvent {
}
