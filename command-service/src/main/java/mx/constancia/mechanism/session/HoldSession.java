package mx.constancia.mechanism.session;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import mx.constancia.decision.Command;
import mx.constancia.decision.CommandSpec;
import mx.constancia.decision.Context;
import mx.constancia.decision.Decision;
import mx.constancia.decision.Judgement;
import mx.constancia.decision.Role;
import mx.constancia.decision.Rule;
import mx.constancia.decision.Values;
import mx.constancia.events.mechanism.SessionHeld;
import mx.constancia.history.Appointment;
import mx.constancia.history.Lifecycle;
import mx.constancia.history.MechanismState;
import mx.constancia.history.Session;
import mx.constancia.mechanism.lifecycle.LifecycleRules;
import mx.constancia.vocabulary.SessionKind;

/**
 * Records that a session took place on the legal date (celebración de sesión; G-25 VI).
 *
 * @param sessionId     the session, if it was convened
 * @param kind          first, ordinary, extraordinary or working
 * @param number        number in the mechanism's own count
 * @param place         place
 * @param present       appointments present in the room
 * @param remote        appointments present at a distance
 * @param attendees     head count; others than members count too
 * @param quorumReached quorum by the mechanism's own rules; absent when not reported
 * @param secondCall    whether it met on second call (segunda convocatoria)
 */
@CommandSpec(article = "G-25", issuedBy = {Role.TECHNICAL_SECRETARY, Role.COORDINATION_HEAD, Role.RESPONSIBLE_UNIT},
        es = "Registrar sesión celebrada")
public record HoldSession(
        @Nullable String sessionId,
        SessionKind kind,
        @Nullable String number,
        @Nullable String place,
        @Nullable List<String> present,
        @Nullable List<String> remote,
        @Nullable Integer attendees,
        @Nullable Boolean quorumReached,
        @Nullable Boolean secondCall) implements Command.Changing<MechanismState> {

    static final Rule STATE = Rule.precondition("G25-STATE", "G-25", "Sessions are held once the mechanism is organized.");
    static final Rule SESSION_UNKNOWN = Rule.integrity("SESSION-UNKNOWN", "H1", "The session is one that was convened.");
    static final Rule SESSION_HELD = Rule.conflict("SESSION-ALREADY-HELD", "H1", "A session is held once.");
    static final Rule KIND_DIFFERS = Rule.integrity("SESSION-KIND", "H1", "A session is of the kind for which it was convened.");
    static final Rule ATTENDEE_TWICE = Rule.integrity("ATTENDEE-TWICE", "H1", "A member attends a session once.");
    static final Rule ATTENDEE_NOT_IN_SEAT = Rule.integrity("ATTENDEE-NOT-IN-SEAT", "H1",
            "Who attends as a member holds the seat on the day of the session.");
    static final Rule HEAD_COUNT = Rule.integrity("ATTENDEES-FEWER", "H1", "The head count includes the members who attended.");

    public HoldSession {
        present = Values.listed(present);
        remote = Values.listed(remote);
    }

    @Override
    public Decision decide(MechanismState state, Context context) {
        Judgement judgement = context.judge();
        SessionRules.requireOneFirst(judgement, state, kind);
        judgement.require(STATE, LifecycleRules.hasReached(state, Lifecycle.ORGANIZED), null,
                "The mechanism is " + state.lifecycle() + ".");
        judgeNotice(judgement, state);
        judgeAttendance(judgement, state, context.occurredOn());
        return judgement.record(new SessionHeld(sessionId == null ? SessionRules.nextId(state) : sessionId, kind.name(), number, place,
                present, remote, attendees, quorumReached, Boolean.TRUE.equals(secondCall)));
    }

    private void judgeNotice(Judgement judgement, MechanismState state) {
        if (sessionId == null) {
            return;
        }
        Session session = state.sessions().get(sessionId);
        judgement.require(SESSION_UNKNOWN, session != null, "sessionId", "There is no session '" + sessionId + "'.");
        if (session != null) {
            judgement.require(SESSION_HELD, !session.wasHeld(), "sessionId", "The session was held on " + session.heldOn() + ".")
                    .require(KIND_DIFFERS, session.kind().equals(kind.name()), "kind", "It was convened as " + session.kind() + ".");
        }
    }

    private void judgeAttendance(Judgement judgement, MechanismState state, LocalDate on) {
        List<String> members = Stream.concat(present.stream(), remote.stream()).toList();
        judgement.require(ATTENDEE_TWICE, new HashSet<>(members).size() == members.size(), "present", "A member is named twice.")
                .require(HEAD_COUNT, attendees == null || attendees >= members.size(), "attendees",
                        "The head count is " + attendees + " and the members are " + members.size() + ".");
        requireSeated(judgement, state, "present", present, on);
        requireSeated(judgement, state, "remote", remote, on);
    }

    private static void requireSeated(Judgement judgement, MechanismState state, String field, List<String> members, LocalDate on) {
        for (int i = 0; i < members.size(); i++) {
            judgement.require(ATTENDEE_NOT_IN_SEAT, isSeated(state.appointments().get(members.get(i)), on), field + "[" + i + "]",
                    "'" + members.get(i) + "' is not an appointment in force on " + on + ".");
        }
    }

    private static boolean isSeated(@Nullable Appointment appointment, LocalDate on) {
        return appointment != null && !on.isBefore(appointment.from())
                && (appointment.separatedOn() == null || on.isBefore(appointment.separatedOn()));
    }
}
