package mx.constancia.history;

import java.time.LocalDate;
import java.util.Optional;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;
import org.pcollections.PMap;

import mx.constancia.events.RecordedEvent;
import mx.constancia.events.mechanism.AnnualReportPublished;
import mx.constancia.events.mechanism.CallAmended;
import mx.constancia.events.mechanism.CallClosed;
import mx.constancia.events.mechanism.CallOpened;
import mx.constancia.events.mechanism.CoordinationHeadAssigned;
import mx.constancia.events.mechanism.DirectInvitationIssued;
import mx.constancia.events.mechanism.ExistingMechanismRegistered;
import mx.constancia.events.mechanism.MechanismConcluded;
import mx.constancia.events.mechanism.MechanismDetermined;
import mx.constancia.events.mechanism.MechanismEvent;
import mx.constancia.events.mechanism.MechanismOrganized;
import mx.constancia.events.mechanism.MechanismProposed;
import mx.constancia.events.mechanism.MemberAppointed;
import mx.constancia.events.mechanism.MemberSeparated;
import mx.constancia.events.mechanism.OperationBegan;
import mx.constancia.events.mechanism.SessionConvened;
import mx.constancia.events.mechanism.SessionHeld;
import mx.constancia.events.mechanism.TechnicalSecretaryAssigned;

/**
 * The fold of a mechanism's stream. Events are facts: nothing is checked here, only assigned. It is total: of a history in
 * which only what had happened by some date counts, the beginning of something may be missing, and its end then says nothing.
 */
public final class MechanismHistory {

    private MechanismHistory() {
    }

    /** See {@link Fold#evolve}. */
    public static MechanismState evolve(Optional<MechanismState> state, RecordedEvent recorded) {
        if (!(recorded.event() instanceof MechanismEvent event)) {
            throw new IllegalArgumentException("not a mechanism's event: " + recorded.eventId());
        }
        MechanismDraft next = state.map(MechanismDraft::new).orElseGet(() -> new MechanismDraft(recorded));
        LocalDate on = recorded.envelope().occurredOn();
        switch (event) {
            case MechanismProposed e -> {
                begin(next, recorded, e.mechanismId(), e.agencyId(), e.jurisdiction(), e.name());
                next.lifecycle = Lifecycle.PROPOSED;
            }
            case ExistingMechanismRegistered e -> {
                begin(next, recorded, e.mechanismId(), e.agencyId(), e.jurisdiction(), e.name());
                next.existing = true;
                next.lifecycle = Lifecycle.valueOf(e.lifecycle());
                next.mechanismType = e.mechanismType();
                next.modality = e.modality();
                next.incidenceLevels = e.incidenceLevels();
                next.coverage = e.coverage();
                next.purpose = e.purpose();
                next.legalFramework = e.legalFramework();
                next.extraSeparationCauses = e.extraSeparationCauses();
            }
            case MechanismDetermined e -> {
                advance(next, Lifecycle.DETERMINED);
                next.mechanismType = e.mechanismType();
                next.modality = e.modality();
                next.incidenceLevels = e.incidenceLevels();
                next.coverage = e.coverage();
                next.purpose = e.purpose();
                next.legalFramework = e.legalFramework();
                next.incentives = e.incentives();
            }
            case CallOpened e -> {
                advance(next, Lifecycle.FORMING);
                next.calls = next.calls.plus(e.callId(), new PublicCall(e.callId(), e.content(), e.opensOn(), e.closesOn(),
                        e.channels(), e.seatsOffered(), 0, null, null));
            }
            case CallAmended e -> next.calls = changed(next.calls, e.callId(), call -> call.amended(e.closesOn(), e.content()));
            case CallClosed e -> next.calls = changed(next.calls, e.callId(), call -> call.closed(on, e.applications()));
            case DirectInvitationIssued e -> {
                advance(next, Lifecycle.FORMING);
                next.invitations = next.invitations.plus(e.invitationId(),
                        new Invitation(e.invitationId(), e.seatId(), e.sector(), e.seatRole(), on));
            }
            case MemberAppointed e -> next.appointments = next.appointments.with(appointment(e));
            case TechnicalSecretaryAssigned e -> next.head = later(next.head, new Head(Head.TECHNICAL_SECRETARIAT, e.personRef(),
                    e.publicName(), e.office(), e.rank(), e.from()));
            case CoordinationHeadAssigned e -> next.head = later(next.head, new Head(Head.COORDINATION, e.personRef(),
                    e.publicName(), e.office(), e.rank(), e.from()));
            case MechanismOrganized e -> advance(next, Lifecycle.ORGANIZED);
            case SessionConvened e -> next.sessions = next.sessions.plus(e.sessionId(), new Session(e.sessionId(), e.kind(), e.number(),
                    e.date(), e.sentOn(), null, null, null));
            case SessionHeld e -> next.sessions = next.sessions.plus(e.sessionId(), held(next.sessions.get(e.sessionId()), e, on));
            case OperationBegan e -> {
                advance(next, Lifecycle.OPERATING);
                next.startedOn = e.startedOn();
            }
            case MemberSeparated e -> next.appointments = next.appointments.changed(e.appointmentId(),
                    appointment -> appointment.separated(e.separatedOn(), e.cause(), e.fraction()));
            case AnnualReportPublished e -> next.annualReports = next.annualReports.plus(e.year(),
                    new AnnualReport(e.year(), e.edition(), e.url(), e.channels(), on));
            case MechanismConcluded e -> {
                next.lifecycle = Lifecycle.CONCLUDED;
                next.concludedOn = on;
            }
        }
        return next.recorded(recorded);
    }

    private static <V> PMap<String, V> changed(PMap<String, V> all, String id, UnaryOperator<V> change) {
        V one = all.get(id);
        return one == null ? all : all.plus(id, change.apply(one));
    }

    private static void begin(
            MechanismDraft next, RecordedEvent recorded, String mechanismId, String agencyId, String jurisdiction, String name) {
        next.mechanismId = mechanismId;
        next.agencyId = agencyId;
        next.jurisdiction = jurisdiction;
        next.timeZone = recorded.envelope().timeZone();
        next.name = name;
    }

    /** A later call or invitation of a mechanism that is already organized does not send it back (G-20). */
    private static void advance(MechanismDraft next, Lifecycle to) {
        if (to.compareTo(next.lifecycle) > 0) {
            next.lifecycle = to;
        }
    }

    /** A former head may be recorded late; the current one stays. */
    private static Head later(@Nullable Head current, Head assigned) {
        return current != null && assigned.from().isBefore(current.from()) ? current : assigned;
    }

    private static Appointment appointment(MemberAppointed e) {
        return new Appointment(e.appointmentId(), e.seatId(), e.personRef(), e.publicName(), e.memberKind(), e.sector(),
                e.representedBody(), e.seatRole(), e.tenure(), e.entryRoute(), e.callId(), e.invitationId(), e.from(), e.plannedTo(),
                e.remuneration(), e.office(), null, null, null);
    }

    private static Session held(@Nullable Session convened, SessionHeld e, LocalDate on) {
        int named = e.present().size() + e.remote().size();
        Integer attendees = e.attendees() != null ? e.attendees() : named == 0 ? null : Integer.valueOf(named);
        return convened == null
                ? new Session(e.sessionId(), e.kind(), e.number(), null, null, on, attendees, e.quorumReached())
                : new Session(e.sessionId(), e.kind(), e.number() == null ? convened.number() : e.number(), convened.convenedFor(),
                        convened.noticeSentOn(), on, attendees, e.quorumReached());
    }
}
