package mx.constancia.query.mechanism;

import java.time.LocalDate;
import java.util.List;

import mx.constancia.events.mechanism.CallContent;
import mx.constancia.events.mechanism.Coverage;
import mx.constancia.history.AnnualReport;
import mx.constancia.history.Head;
import mx.constancia.history.Invitation;
import mx.constancia.history.MechanismState;
import mx.constancia.history.NotedFinding;
import mx.constancia.history.PublicCall;
import mx.constancia.history.Session;
import mx.constancia.query.appointment.AppointmentView;
import mx.constancia.query.http.Coded;
import mx.constancia.vocabulary.CivilSector;
import mx.constancia.vocabulary.IncidenceLevel;
import mx.constancia.vocabulary.Jurisdiction;
import mx.constancia.vocabulary.MechanismType;
import mx.constancia.vocabulary.Modality;
import mx.constancia.vocabulary.PublicationChannel;
import mx.constancia.vocabulary.Rank;
import mx.constancia.vocabulary.SeatRole;
import mx.constancia.vocabulary.SessionKind;
import mx.constancia.vocabulary.TerritorialCoverage;

import org.jspecify.annotations.Nullable;

/** The state of a mechanism as people read it: components as in {@link MechanismState}, codes with their labels. */
record MechanismView(
        String id, long version, long position, String agencyId, @Nullable Coded jurisdiction, String timeZone, String name, Coded lifecycle,
        @Nullable Coded mechanismType, @Nullable Coded modality, List<Coded> incidenceLevels, @Nullable CoverageView coverage,
        @Nullable String purpose, List<String> legalFramework, List<String> incentives, boolean existing,
        List<String> extraSeparationCauses, @Nullable HeadView head, @Nullable LocalDate startedOn, @Nullable LocalDate concludedOn,
        @Nullable LocalDate lastOccurredOn, String lastRulebookId, List<CallView> calls, List<InvitationView> invitations,
        List<AppointmentView> appointments, List<SessionView> sessions, List<ReportView> annualReports, List<FindingView> findings) {

    static MechanismView of(MechanismState state) {
        return new MechanismView(state.mechanismId(), state.version(), state.position(), state.agencyId(),
                Coded.of(Jurisdiction.class, state.jurisdiction()), state.timeZone(), state.name(), Coded.of(state.lifecycle()),
                Coded.of(MechanismType.class, state.mechanismType()), Coded.of(Modality.class, state.modality()),
                Coded.of(IncidenceLevel.class, state.incidenceLevels()), CoverageView.of(state.coverage()),
                state.purpose(), state.legalFramework(), state.incentives(), state.existing(), state.extraSeparationCauses(),
                HeadView.of(state.head()), state.startedOn(), state.concludedOn(), state.lastOccurredOn(), state.lastRulebookId(),
                state.calls().values().stream().map(CallView::of).toList(),
                state.invitations().values().stream().map(InvitationView::of).toList(),
                state.appointments().values().stream().map(AppointmentView::of).toList(),
                state.sessions().values().stream().map(SessionView::of).toList(),
                state.annualReports().values().stream().map(ReportView::of).toList(),
                state.findings().stream().map(FindingView::of).toList());
    }

    /** See {@link Coverage}. */
    record CoverageView(@Nullable Coded scope, List<String> states, List<String> municipalities) {

        static @Nullable CoverageView of(@Nullable Coverage coverage) {
            return coverage == null ? null : new CoverageView(
                    Coded.of(TerritorialCoverage.class, coverage.scope()), coverage.states(), coverage.municipalities());
        }
    }

    /** See {@link Head}. */
    record HeadView(Coded kind, String personRef, @Nullable String publicName, String office, @Nullable Coded rank, LocalDate from) {

        static @Nullable HeadView of(@Nullable Head head) {
            return head == null ? null : new HeadView(
                    new Coded(head.kind(), head.kind().equals(Head.COORDINATION) ? "Coordinación" : "Secretaría técnica"),
                    head.personRef(), head.publicName(), head.office(), Coded.of(Rank.class, head.rank()), head.from());
        }
    }

    /** See {@link PublicCall}. */
    record CallView(String callId, CallContent content, LocalDate opensOn, @Nullable LocalDate closesOn, List<Coded> channels,
            List<SeatsView> seatsOffered, int amendments, boolean open, @Nullable LocalDate closedOn, @Nullable Integer applications) {

        static CallView of(PublicCall call) {
            return new CallView(call.callId(), call.content(), call.opensOn(), call.closesOn(),
                    Coded.of(PublicationChannel.class, call.channels()),
                    call.seatsOffered().stream().map(offer ->
                            new SeatsView(Coded.of(CivilSector.class, offer.sector()), offer.seats(), offer.alternates())).toList(),
                    call.amendments(), call.isOpen(), call.closedOn(), call.applications());
        }
    }

    /** See {@link mx.constancia.events.mechanism.SeatOffer}. */
    record SeatsView(@Nullable Coded sector, int seats, int alternates) {
    }

    /** See {@link Invitation}. */
    record InvitationView(String invitationId, String seatId, @Nullable Coded sector, @Nullable Coded seatRole, LocalDate issuedOn) {

        static InvitationView of(Invitation invitation) {
            return new InvitationView(invitation.invitationId(), invitation.seatId(), Coded.of(CivilSector.class, invitation.sector()),
                    Coded.of(SeatRole.class, invitation.seatRole()), invitation.issuedOn());
        }
    }

    /** See {@link Session}. */
    record SessionView(String sessionId, @Nullable Coded kind, @Nullable String number, @Nullable LocalDate convenedFor,
            @Nullable LocalDate noticeSentOn, @Nullable LocalDate heldOn, @Nullable Integer attendees, @Nullable Boolean quorumReached) {

        static SessionView of(Session session) {
            return new SessionView(session.sessionId(), Coded.of(SessionKind.class, session.kind()), session.number(), session.convenedFor(),
                    session.noticeSentOn(), session.heldOn(), session.attendees(), session.quorumReached());
        }
    }

    /** See {@link AnnualReport}. */
    record ReportView(int year, int edition, String url, List<Coded> channels, LocalDate publishedOn) {

        static ReportView of(AnnualReport report) {
            return new ReportView(report.year(), report.edition(), report.url(),
                    Coded.of(PublicationChannel.class, report.channels()), report.publishedOn());
        }
    }

    /** See {@link NotedFinding}. */
    record FindingView(String code, String article, String detail, String eventId, long version, LocalDate occurredOn) {

        static FindingView of(NotedFinding noted) {
            return new FindingView(noted.finding().code(), noted.finding().article(), noted.finding().detail(), noted.eventId(),
                    noted.version(), noted.occurredOn());
        }
    }
}
