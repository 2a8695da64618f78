package mx.constancia.mechanism.organization;

import mx.constancia.decision.Command;
import mx.constancia.decision.CommandSpec;
import mx.constancia.decision.Context;
import mx.constancia.decision.Decision;
import mx.constancia.decision.Judgement;
import mx.constancia.decision.Role;
import mx.constancia.decision.Rule;
import mx.constancia.events.mechanism.MechanismOrganized;
import mx.constancia.history.Appointment;
import mx.constancia.history.Head;
import mx.constancia.history.Lifecycle;
import mx.constancia.history.MechanismState;
import mx.constancia.mechanism.lifecycle.LifecycleRules;
import mx.constancia.mechanism.lifecycle.StandingRules;
import mx.constancia.vocabulary.MemberKind;

/** Declares that the mechanism is organized: both kinds of members and a head (organización; G-15, G-23, G-24). */
@CommandSpec(article = "G-15", issuedBy = Role.RESPONSIBLE_UNIT, es = "Declarar organizado")
public record DeclareOrganized() implements Command.Changing<MechanismState> {

    static final Rule ALREADY_ORGANIZED = Rule.conflict("ALREADY-ORGANIZED", "H1", "A mechanism is organized once.");
    static final Rule STATE = Rule.precondition("G15-STATE", "G-15", "A mechanism is organized after its formation.");
    static final Rule PUBLIC_SERVANT_MISSING = Rule.precondition("G15-PUBLIC-SERVANT-MISSING", "G-15",
            "A mechanism has at least one public servant among its members.");
    static final Rule CIVIL_MEMBER_MISSING = Rule.precondition("G15-CIVIL-MEMBER-MISSING", "G-15",
            "A mechanism has at least one representative of civil society among its members.");
    static final Rule SECRETARY_MISSING = Rule.precondition("G23-SECRETARY-MISSING", "G-23",
            "A face-to-face mechanism has a technical secretary.");
    static final Rule COORDINATION_MISSING = Rule.precondition("G24-COORDINATION-MISSING", "G-24",
            "A digital mechanism has a head of coordination.");
    static final Rule NEITHER_CALLED_NOR_INVITED = Rule.precondition("G18-NEITHER-CALLED-NOR-INVITED", "G-18",
            "The civil members of a mechanism were called in public, or each was invited directly.");

    @Override
    public Decision decide(MechanismState state, Context context) {
        long servants = StandingRules.members(state, MemberKind.PUBLIC_SERVANT);
        long civilMembers = StandingRules.members(state, MemberKind.CIVIL_SOCIETY_REPRESENTATIVE);
        Judgement judgement = context.judge()
                .require(ALREADY_ORGANIZED, !LifecycleRules.hasReached(state, Lifecycle.ORGANIZED), null,
                        "The mechanism is " + state.lifecycle() + ".")
                .require(STATE, LifecycleRules.hasReached(state, Lifecycle.FORMING), null, "The mechanism is " + state.lifecycle() + ".")
                .require(PUBLIC_SERVANT_MISSING, servants > 0, null, "No public servant is an active member.")
                .require(CIVIL_MEMBER_MISSING, civilMembers > 0, null, "No representative of civil society is an active member.")
                .require(NEITHER_CALLED_NOR_INVITED, !state.calls().isEmpty() || allInvited(state), null,
                        "There was no call, and not every civil member was invited.");
        judgeHead(judgement, state);
        return judgement.record(new MechanismOrganized((int) servants, (int) civilMembers));
    }

    private static boolean allInvited(MechanismState state) {
        return state.activeAppointments().filter(StandingRules::integrates)
                .filter(appointment -> appointment.memberKind().equals(MemberKind.CIVIL_SOCIETY_REPRESENTATIVE.name()))
                .map(Appointment::invitationId)
                .allMatch(invitationId -> invitationId != null && state.invitations().containsKey(invitationId));
    }

    private static void judgeHead(Judgement judgement, MechanismState state) {
        String needed = HeadRules.kindFor(state);
        boolean headed = state.head() != null && (needed == null || needed.equals(state.head().kind()));
        judgement.require(SECRETARY_MISSING, headed || Head.COORDINATION.equals(needed), null, "There is no technical secretary.")
                .require(COORDINATION_MISSING, headed || !Head.COORDINATION.equals(needed), null, "There is no head of coordination.");
    }
}
