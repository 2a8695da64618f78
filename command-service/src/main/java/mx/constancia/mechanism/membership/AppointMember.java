package mx.constancia.mechanism.membership;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import mx.constancia.decision.Command;
import mx.constancia.decision.CommandSpec;
import mx.constancia.decision.Context;
import mx.constancia.decision.Decision;
import mx.constancia.decision.Judgement;
import mx.constancia.decision.Role;
import mx.constancia.decision.Rule;
import mx.constancia.decision.Values;
import mx.constancia.events.mechanism.MemberAppointed;
import mx.constancia.history.MechanismState;
import mx.constancia.vocabulary.CivilSector;
import mx.constancia.vocabulary.EntryRoute;
import mx.constancia.vocabulary.MemberKind;
import mx.constancia.vocabulary.Remuneration;
import mx.constancia.vocabulary.SeatRole;
import mx.constancia.vocabulary.Tenure;

/**
 * Appoints a representative of civil society (designación de integrante; G-17).
 *
 * @param seatId            the seat, which outlives the person
 * @param personRef         the person, by reference into the vault
 * @param publicName        name (G-38 VI, G-40)
 * @param sector            the sector that the seat represents
 * @param sectorDescription description when the sector is OTHER
 * @param representedBody   the body that the seat represents
 * @param seatRole          role of the seat; MEMBER when absent
 * @param tenure            TITULAR when absent
 * @param entryRoute        how the person came to the seat
 * @param callId            the call, for PUBLIC_CALL
 * @param invitationId      the invitation, for DIRECT_INVITATION
 * @param from              first day in the seat; the legal date when absent
 * @param plannedTo         planned last day
 * @param remuneration      NONE when absent
 * @param noLabourRelation  whether the person declared no working relationship with the agency (G-16)
 * @param accreditationDoc  document that accredits the representation (G-4)
 */
@CommandSpec(article = "G-17", issuedBy = Role.RESPONSIBLE_UNIT, es = "Designar representante de la sociedad civil")
public record AppointMember(
        String seatId,
        String personRef,
        @Nullable String publicName,
        @Nullable CivilSector sector,
        @Nullable String sectorDescription,
        @Nullable String representedBody,
        @Nullable SeatRole seatRole,
        @Nullable Tenure tenure,
        EntryRoute entryRoute,
        @Nullable String callId,
        @Nullable String invitationId,
        @Nullable LocalDate from,
        @Nullable LocalDate plannedTo,
        @Nullable Remuneration remuneration,
        @Nullable Boolean noLabourRelation,
        @Nullable String accreditationDoc) implements Command.Changing<MechanismState> {

    static final Rule STATE = Rule.precondition("G17-STATE", "G-17", "Members are appointed after the mechanism was determined.");
    static final Rule DECLARATION_MISSING = Rule.precondition("G16-DECLARATION-MISSING", "G-16",
            "A civil member declares to have no working relationship with the agency.");
    static final Rule ACCREDITATION_MISSING = Rule.precondition("G4-ACCREDITATION-MISSING", "G-4",
            "The member of a civil society organization or an indigenous community is accredited by it.");

    private static final Set<CivilSector> ACCREDITING = EnumSet.of(CivilSector.CSO, CivilSector.INDIGENOUS_COMMUNITY);

    @Override
    public Decision decide(MechanismState state, Context context) {
        Judgement judgement = context.judge();
        LocalDate firstDay = from == null ? context.occurredOn() : from;
        SeatRole role = seatRole == null ? SeatRole.MEMBER : seatRole;
        Tenure held = tenure == null ? Tenure.TITULAR : tenure;
        Remuneration paid = remuneration == null ? Remuneration.NONE : remuneration;
        SeatRules.requireStage(judgement, STATE, state);
        SeatRules.judge(judgement, state, seatId, held, personRef, firstDay, plannedTo);
        EntryRules.judge(judgement, state, this);
        CivilRules.judgeSector(judgement, "sector", sector, sectorDescription);
        CivilRules.judgeHonorary(judgement, "remuneration", paid == Remuneration.NONE ? List.of() : List.of(paid.name()));
        boolean declared = Boolean.TRUE.equals(noLabourRelation);
        boolean accredits = role.integrates() && sector != null && ACCREDITING.contains(sector);
        judgement.require(DECLARATION_MISSING, declared, "noLabourRelation", "The declaration is missing.")
                .require(ACCREDITATION_MISSING, !accredits || Values.isGiven(accreditationDoc), "accreditationDoc",
                        "The accreditation by the body of the sector " + sector + " is missing.");
        return sector == null ? judgement.refuse() : judgement.record(new MemberAppointed(SeatRules.nextId(state), seatId, personRef,
                publicName, MemberKind.CIVIL_SOCIETY_REPRESENTATIVE.name(), sector.name(), sectorDescription, representedBody,
                role.name(), held.name(), entryRoute.name(), callId, invitationId, firstDay, plannedTo, paid.name(), null, null,
                declared, accreditationDoc));
    }
}
