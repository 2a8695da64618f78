package mx.constancia.mechanism.call;

import org.jspecify.annotations.Nullable;

import mx.constancia.decision.Command;
import mx.constancia.decision.CommandSpec;
import mx.constancia.decision.Context;
import mx.constancia.decision.Decision;
import mx.constancia.decision.Judgement;
import mx.constancia.decision.Role;
import mx.constancia.decision.Rule;
import mx.constancia.decision.Values;
import mx.constancia.events.mechanism.DirectInvitationIssued;
import mx.constancia.events.mechanism.InvitationAssessment;
import mx.constancia.history.Lifecycle;
import mx.constancia.history.MechanismState;
import mx.constancia.mechanism.lifecycle.LifecycleRules;
import mx.constancia.mechanism.membership.CivilRules;
import mx.constancia.vocabulary.CivilSector;
import mx.constancia.vocabulary.SeatRole;

/**
 * Invites a person directly to a civil seat (invitación directa; G-19).
 *
 * @param seatId            the seat
 * @param sector            the sector that it represents (G-17)
 * @param sectorDescription description when the sector is OTHER
 * @param seatRole          role of the seat; MEMBER when absent
 * @param personRef         the person, by reference into the vault
 * @param justification     why the mechanism requires a direct invitation
 * @param assessment        career, experience and others
 */
@CommandSpec(article = "G-19", issuedBy = Role.RESPONSIBLE_UNIT, es = "Invitar directamente")
public record InviteDirectly(
        String seatId,
        @Nullable CivilSector sector,
        @Nullable String sectorDescription,
        @Nullable SeatRole seatRole,
        String personRef,
        @Nullable String justification,
        @Nullable InvitationAssessment assessment) implements Command.Changing<MechanismState> {

    static final Rule STATE = Rule.precondition("G19-STATE", "G-19", "Invitations follow the determination of the mechanism.");
    static final Rule JUSTIFICATION_MISSING = Rule.precondition("G19-JUSTIFICATION-MISSING", "G-19",
            "A direct invitation is made when the mechanism so requires, and says why.");
    static final Rule ASSESSMENT_MISSING = Rule.precondition("G19-ASSESSMENT-MISSING", "G-19",
            "Career and experience are assessed before a direct invitation.");

    @Override
    public Decision decide(MechanismState state, Context context) {
        Judgement judgement = context.judge();
        CivilRules.judgeSector(judgement, "sector", sector, sectorDescription);
        judgement.require(STATE, LifecycleRules.hasReached(state, Lifecycle.DETERMINED), null,
                        "The mechanism is " + state.lifecycle() + ".")
                .require(JUSTIFICATION_MISSING, Values.isGiven(justification), "justification", "The justification is missing.")
                .require(ASSESSMENT_MISSING, assessment != null && Values.isGiven(assessment.career()), "assessment.career",
                        "G-19 I: the assessment of the career is missing.")
                .require(ASSESSMENT_MISSING, assessment != null && Values.isGiven(assessment.experience()), "assessment.experience",
                        "G-19 II: the assessment of the experience is missing.");
        return sector == null ? judgement.refuse() : judgement.record(new DirectInvitationIssued(
                "I-" + (state.invitations().size() + 1), seatId, sector.name(), sectorDescription,
                (seatRole == null ? SeatRole.MEMBER : seatRole).name(), personRef, justification, assessment));
    }
}
