package mx.constancia.query.timeline;

import java.util.Map;

import static java.util.Map.entry;

/** What each kind of fact is called on screen. */
public final class Titles {

    /** A title in both languages. */
    public record Title(String es, String en) {
    }

    private static final Map<String, Title> BY_TYPE = Map.ofEntries(
            entry("agency.agency-registered.v1", new Title("Dependencia o entidad registrada", "Agency registered")),
            entry("installation.rebuild-requested.v1", new Title("Reconstrucción de vistas solicitada", "Rebuild of the views requested")),
            entry("installation.rebuild-cancelled.v1", new Title("Reconstrucción de vistas cancelada", "Rebuild of the views cancelled")),
            entry("installation.ledger-key-announced.v1", new Title("Cambio de la llave del registro", "Key of the ledger changed")),
            entry("installation.parked-replay-requested.v1",
                    new Title("Reintento de eventos apartados solicitado", "Replay of parked events requested")),
            entry("mechanism.mechanism-proposed.v1", new Title("Mecanismo propuesto", "Mechanism proposed")),
            entry("mechanism.existing-mechanism-registered.v1", new Title("Mecanismo preexistente registrado", "Existing mechanism registered")),
            entry("mechanism.mechanism-determined.v1", new Title("Mecanismo determinado", "Mechanism determined")),
            entry("mechanism.call-opened.v1", new Title("Convocatoria abierta", "Call opened")),
            entry("mechanism.call-amended.v1", new Title("Convocatoria modificada", "Call amended")),
            entry("mechanism.call-closed.v1", new Title("Convocatoria cerrada", "Call closed")),
            entry("mechanism.direct-invitation-issued.v1", new Title("Invitación directa emitida", "Direct invitation issued")),
            entry("mechanism.member-appointed.v1", new Title("Integrante designado", "Member appointed")),
            entry("mechanism.technical-secretary-assigned.v1", new Title("Secretaría técnica asignada", "Technical secretary assigned")),
            entry("mechanism.coordination-head-assigned.v1", new Title("Coordinación asignada", "Coordination head assigned")),
            entry("mechanism.mechanism-organized.v1", new Title("Mecanismo organizado", "Mechanism organized")),
            entry("mechanism.session-convened.v1", new Title("Sesión convocada", "Session convened")),
            entry("mechanism.session-held.v1", new Title("Sesión celebrada", "Session held")),
            entry("mechanism.operation-began.v1", new Title("Inicio de operación", "Operation began")),
            entry("mechanism.member-separated.v1", new Title("Integrante separado", "Member separated")),
            entry("mechanism.annual-report-published.v1", new Title("Informe anual publicado", "Annual report published")),
            entry("mechanism.mechanism-concluded.v1", new Title("Mecanismo concluido", "Mechanism concluded")));

    private Titles() {
    }

    /** The title of an event type; its name when another build wrote it. */
    static Title of(String type) {
        return BY_TYPE.getOrDefault(type, new Title(type, type));
    }

    /** Whether the type has a title. */
    static boolean has(String type) {
        return BY_TYPE.containsKey(type);
    }
}
