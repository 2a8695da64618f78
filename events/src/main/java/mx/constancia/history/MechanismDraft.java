package mx.constancia.history;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.pcollections.OrderedPMap;
import org.pcollections.PMap;
import org.pcollections.PVector;
import org.pcollections.TreePVector;

import mx.constancia.events.Finding;
import mx.constancia.events.RecordedEvent;
import mx.constancia.events.StreamId;
import mx.constancia.events.mechanism.Coverage;

/** The next {@link MechanismState} while one event is folded into it; never leaves the fold. */
final class MechanismDraft {

    String mechanismId;
    long version;
    long position;
    String agencyId;
    String jurisdiction = "";
    String timeZone;
    String name = "";
    Lifecycle lifecycle = Lifecycle.PROPOSED;
    @Nullable String mechanismType;
    @Nullable String modality;
    List<String> incidenceLevels = List.of();
    @Nullable Coverage coverage;
    @Nullable String purpose;
    List<String> legalFramework = List.of();
    List<String> incentives = List.of();
    boolean existing;
    List<String> extraSeparationCauses = List.of();
    Appointments appointments = Appointments.NONE;
    PMap<String, PublicCall> calls = OrderedPMap.empty();
    PMap<String, Invitation> invitations = OrderedPMap.empty();
    PMap<String, Session> sessions = OrderedPMap.empty();
    PMap<Integer, AnnualReport> annualReports = OrderedPMap.empty();
    @Nullable Head head;
    @Nullable LocalDate startedOn;
    @Nullable LocalDate concludedOn;
    @Nullable LocalDate lastOccurredOn;
    String lastRulebookId = "";
    PVector<NotedFinding> findings = TreePVector.empty();

    /** A mechanism whose first event says nothing of itself, as when its beginning does not count. */
    MechanismDraft(RecordedEvent first) {
        mechanismId = StreamId.idOf(first.streamId());
        agencyId = first.envelope().agencyId();
        timeZone = first.envelope().timeZone();
    }

    MechanismDraft(MechanismState state) {
        mechanismId = state.mechanismId();
        version = state.version();
        position = state.position();
        agencyId = state.agencyId();
        jurisdiction = state.jurisdiction();
        timeZone = state.timeZone();
        name = state.name();
        lifecycle = state.lifecycle();
        mechanismType = state.mechanismType();
        modality = state.modality();
        incidenceLevels = state.incidenceLevels();
        coverage = state.coverage();
        purpose = state.purpose();
        legalFramework = state.legalFramework();
        incentives = state.incentives();
        existing = state.existing();
        extraSeparationCauses = state.extraSeparationCauses();
        appointments = Appointments.of(state.appointments());
        calls = (PMap<String, PublicCall>) state.calls();
        invitations = (PMap<String, Invitation>) state.invitations();
        sessions = (PMap<String, Session>) state.sessions();
        annualReports = (PMap<Integer, AnnualReport>) state.annualReports();
        head = state.head();
        startedOn = state.startedOn();
        concludedOn = state.concludedOn();
        lastOccurredOn = state.lastOccurredOn();
        lastRulebookId = state.lastRulebookId();
        findings = (PVector<NotedFinding>) state.findings();
    }

    /** The state after the event, with what every event brings: version, position, legal date, rulebook, findings. */
    MechanismState recorded(RecordedEvent event) {
        version = event.version();
        position = event.position();
        lastOccurredOn = event.envelope().occurredOn();
        lastRulebookId = event.envelope().rulebookId();
        for (Finding finding : event.envelope().findings()) {
            findings = findings.plus(new NotedFinding(finding, event.eventId(), event.version(), lastOccurredOn));
        }
        return new MechanismState(
                mechanismId, version, position, agencyId, jurisdiction, timeZone, name, lifecycle, mechanismType, modality,
                incidenceLevels, coverage, purpose, legalFramework, incentives, existing, extraSeparationCauses, appointments,
                calls, invitations, sessions, annualReports, head, startedOn, concludedOn, lastOccurredOn, lastRulebookId,
                findings);
    }
}
