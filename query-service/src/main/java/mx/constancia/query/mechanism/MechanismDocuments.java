package mx.constancia.query.mechanism;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import mx.constancia.events.StreamId;
import mx.constancia.history.Appointment;
import mx.constancia.history.MechanismHistory;
import mx.constancia.history.MechanismState;
import mx.constancia.query.http.problem.ProblemType;
import mx.constancia.query.past.Subject;
import mx.constancia.query.store.SortKey;
import mx.constancia.query.store.StateJson;
import mx.constancia.query.store.View;
import mx.constancia.query.store.Words;
import mx.constancia.query.timeline.TimelinePages;

import org.bson.Document;
import org.bson.types.Binary;

/** The document of a mechanism: what lists show and filter by, and its whole state for the fold. */
public final class MechanismDocuments {

    /** What a line of a list needs. */
    static final List<String> SUMMARY = List.of("version", "position", "agencyId", "jurisdiction", "name", "nameKey", "mechanismType",
            "modality", "incidenceLevels", "lifecycle", "scope", "states", "startedOn", "concludedOn", "activeMembers", "findings");

    /** What questions about the past of mechanisms ask. */
    public static final Subject<MechanismState> PAST = new Subject<>("mechanism", View.MECHANISMS, MechanismDocuments::state,
            id -> TimelinePages.key(StreamId.ofMechanism(id)), MechanismHistory::evolve, MechanismDocuments::weight, ProblemType.UNKNOWN_MECHANISM);

    private MechanismDocuments() {
    }

    /** The document of a state. */
    public static Document of(MechanismState state) {
        var coverage = state.coverage();
        var head = state.head();
        return new Document("_id", state.mechanismId())
                .append("version", state.version())
                .append("position", state.position())
                .append("agencyId", state.agencyId())
                .append("jurisdiction", state.jurisdiction())
                .append("name", state.name())
                .append("nameKey", SortKey.of(state.name()))
                .append("mechanismType", state.mechanismType())
                .append("modality", state.modality())
                .append("incidenceLevels", state.incidenceLevels())
                .append("lifecycle", state.lifecycle().name())
                .append("scope", coverage == null ? null : coverage.scope())
                .append("states", coverage == null ? List.of() : coverage.states())
                .append("startedOn", state.startedOn() == null ? null : state.startedOn().toString())
                .append("concludedOn", state.concludedOn() == null ? null : state.concludedOn().toString())
                .append("activeMembers", (int) state.activeAppointments().count())
                .append("findings", state.findings().size())
                .append("words", Words.of(Stream.concat(Stream.of(state.name(), state.purpose()), state.legalFramework().stream())))
                .append("timeZone", state.timeZone())
                .append("purpose", state.purpose())
                .append("legalFramework", state.legalFramework())
                .append("memberNames", memberNames(state))
                .append("headName", head == null ? null : head.publicName())
                .append("headOffice", head == null ? null : head.office())
                .append("state", StateJson.toBinary(state));
    }

    /** The state in a document. */
    public static MechanismState state(Document document) {
        return StateJson.fromBinary(document.get("state", Binary.class), MechanismState.class);
    }

    private static int weight(MechanismState state) {
        return 1 + state.appointments().size() + state.calls().size() + state.invitations().size() + state.sessions().size()
                + state.annualReports().size() + state.findings().size();
    }

    private static List<String> memberNames(MechanismState state) {
        return state.appointments().values().stream().filter(appointment -> appointment.separatedOn() == null)
                .map(Appointment::publicName).filter(Objects::nonNull).toList();
    }
}
