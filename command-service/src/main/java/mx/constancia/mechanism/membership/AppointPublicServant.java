package mx.constancia.mechanism.membership;

import java.time.LocalDate;
import java.util.EnumSet;
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
import mx.constancia.vocabulary.EntryRoute;
import mx.constancia.vocabulary.MemberKind;
import mx.constancia.vocabulary.Remuneration;
import mx.constancia.vocabulary.SeatRole;
import mx.constancia.vocabulary.Tenure;

/**
 * Appoints a public servant (designación de persona servidora pública; G-22).
 *
 * @param seatId              the seat, which outlives the person
 * @param personRef           the person, by reference into the vault
 * @param publicName          name (G-38 VI, G-40)
 * @param representedBody     the body that the seat represents
 * @param seatRole            role of the seat; MEMBER when absent
 * @param tenure              TITULAR when absent
 * @param entryRoute          APPOINTED_PUBLIC_SERVANT when absent, or EX_OFFICIO
 * @param from                first day in the seat; the legal date when absent
 * @param plannedTo           planned last day
 * @param office              office held
 * @param decisionPowersBasis basis of the powers to agree and decide; alternates need it too
 */
@CommandSpec(article = "G-22", issuedBy = Role.RESPONSIBLE_UNIT, es = "Designar persona servidora pública")
public record AppointPublicServant(
        String seatId,
        String personRef,
        @Nullable String publicName,
        @Nullable String representedBody,
        @Nullable SeatRole seatRole,
        @Nullable Tenure tenure,
        @Nullable EntryRoute entryRoute,
        @Nullable LocalDate from,
        @Nullable LocalDate plannedTo,
        String office,
        @Nullable String decisionPowersBasis) implements Command.Changing<MechanismState> {

    static final Rule STATE = Rule.precondition("G22-STATE", "G-22",
            "Public servants are appointed after the mechanism was determined.");
    static final Rule ROUTE = Rule.integrity("G22-ROUTE", "G-22",
            "A public servant is appointed by the agency or sits by virtue of the office.");
    static final Rule POWERS_MISSING = Rule.precondition("G22-POWERS-MISSING", "G-22",
            "The public servants of a mechanism have powers to make agreements and decisions.");

    private static final Set<EntryRoute> ROUTES = EnumSet.of(EntryRoute.APPOINTED_PUBLIC_SERVANT, EntryRoute.EX_OFFICIO);

    @Override
    public Decision decide(MechanismState state, Context context) {
        Judgement judgement = context.judge();
        LocalDate firstDay = from == null ? context.occurredOn() : from;
        SeatRole role = seatRole == null ? SeatRole.MEMBER : seatRole;
        Tenure held = tenure == null ? Tenure.TITULAR : tenure;
        EntryRoute route = entryRoute == null ? EntryRoute.APPOINTED_PUBLIC_SERVANT : entryRoute;
        SeatRules.requireStage(judgement, STATE, state);
        SeatRules.judge(judgement, state, seatId, held, personRef, firstDay, plannedTo);
        return judgement
                .require(ROUTE, ROUTES.contains(route), "entryRoute", "The route " + route + " is that of civil members.")
                .require(POWERS_MISSING, !role.integrates() || Values.isGiven(decisionPowersBasis), "decisionPowersBasis",
                        "The basis of the powers is missing.")
                .record(new MemberAppointed(SeatRules.nextId(state), seatId, personRef, publicName, MemberKind.PUBLIC_SERVANT.name(),
                        null, null, representedBody, role.name(), held.name(), route.name(), null, null, firstDay, plannedTo,
                        Remuneration.NONE.name(), office, decisionPowersBasis, false, null));
    }
}
