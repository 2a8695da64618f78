package mx.constancia.mechanism.membership;

import mx.constancia.decision.Judgement;
import mx.constancia.decision.Rule;
import mx.constancia.history.Invitation;
import mx.constancia.history.MechanismState;
import mx.constancia.vocabulary.EntryRoute;

/** How a civil member came to the seat (vía de ingreso; G-18, G-19). */
public final class EntryRules {

    static final Rule ROUTE = Rule.integrity("G17-ROUTE", "G-17",
            "A civil member enters by call, by invitation, by election of those represented or by virtue of an office.");
    static final Rule CALL_UNKNOWN = Rule.integrity("ENTRY-CALL-UNKNOWN", "H1", "The call of an appointment is one of the mechanism.");
    static final Rule INVITATION_UNKNOWN = Rule.integrity("ENTRY-INVITATION-UNKNOWN", "H1",
            "The invitation of an appointment is one of the mechanism, for the same seat.");
    static final Rule CALL_NOT_CITED = Rule.precondition("G18-CALL-NOT-CITED", "G-18",
            "An appointment by public call cites the call.");
    static final Rule INVITATION_NOT_CITED = Rule.precondition("G19-INVITATION-NOT-CITED", "G-19",
            "An appointment by direct invitation cites the invitation.");

    private EntryRules() {
    }

    static void judge(Judgement judgement, MechanismState state, AppointMember command) {
        EntryRoute route = command.entryRoute();
        String callId = command.callId();
        String invitationId = command.invitationId();
        judgement.require(ROUTE, route != EntryRoute.APPOINTED_PUBLIC_SERVANT, "entryRoute",
                        "The route " + route + " is that of public servants.")
                .require(CALL_NOT_CITED, route != EntryRoute.PUBLIC_CALL || callId != null, "callId", "The call is missing.")
                .require(CALL_UNKNOWN, callId == null || state.calls().containsKey(callId), "callId",
                        "There is no call '" + callId + "'.")
                .require(INVITATION_NOT_CITED, route != EntryRoute.DIRECT_INVITATION || invitationId != null, "invitationId",
                        "The invitation is missing.");
        Invitation invitation = invitationId == null ? null : state.invitations().get(invitationId);
        judgement.require(INVITATION_UNKNOWN,
                invitationId == null || invitation != null && invitation.seatId().equals(command.seatId()), "invitationId",
                "There is no invitation '" + invitationId + "' to the seat '" + command.seatId() + "'.");
    }
}
