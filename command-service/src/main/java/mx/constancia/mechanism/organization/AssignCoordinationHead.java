package mx.constancia.mechanism.organization;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

import mx.constancia.decision.Command;
import mx.constancia.decision.CommandSpec;
import mx.constancia.decision.Context;
import mx.constancia.decision.Decision;
import mx.constancia.decision.Judgement;
import mx.constancia.decision.Role;
import mx.constancia.decision.Rule;
import mx.constancia.events.mechanism.CoordinationHeadAssigned;
import mx.constancia.history.Head;
import mx.constancia.history.MechanismState;
import mx.constancia.vocabulary.Rank;

/**
 * Assigns the head of coordination of a digital mechanism (coordinación; G-24); a former one leaves with it.
 *
 * @param personRef  the person, by reference into the vault
 * @param publicName name, public as a public servant
 * @param office     office held
 * @param rank       rank of the office: director general; absent when it has none
 * @param from       first day; the legal date when absent
 */
@CommandSpec(article = "G-24", issuedBy = Role.RESPONSIBLE_UNIT, es = "Asignar coordinación")
public record AssignCoordinationHead(
        String personRef,
        @Nullable String publicName,
        String office,
        @Nullable Rank rank,
        @Nullable LocalDate from) implements Command.Changing<MechanismState> {

    static final Rule MODALITY = Rule.integrity("G24-MODALITY", "G-24", "A coordination heads a digital mechanism.");
    static final Rule STATE = Rule.precondition("G24-STATE", "G-24",
            "The head of coordination is assigned after the mechanism was determined.");
    static final Rule RANK = Rule.precondition("G24-RANK", "G-24", "A head of coordination is a director general or equivalent.");

    @Override
    public Decision decide(MechanismState state, Context context) {
        LocalDate firstDay = from == null ? context.occurredOn() : from;
        String held = rank == null ? null : rank.name();
        Judgement judgement = context.judge();
        HeadRules.judge(judgement, MODALITY, STATE, state,
                new Head(Head.COORDINATION, personRef, publicName, office, held, firstDay));
        return judgement
                .require(RANK, rank == Rank.DIRECTOR_GENERAL_OR_EQUIVALENT, "rank", "The rank is " + held + ".")
                .record(new CoordinationHeadAssigned(personRef, publicName, office, held, firstDay));
    }
}
