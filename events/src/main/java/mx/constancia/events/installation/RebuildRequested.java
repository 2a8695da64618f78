package mx.constancia.events.installation;

import mx.constancia.events.EventType;

/**
 * An operator asked for all views to be built anew from the log (reconstrucción de las vistas).
 *
 * @param reason why, in the operator's words
 */
@EventType("installation.rebuild-requested.v1")
public record RebuildRequested(String reason) implements InstallationEvent {
}
