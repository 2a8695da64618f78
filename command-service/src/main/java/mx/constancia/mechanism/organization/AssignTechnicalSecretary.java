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
import mx.constancia.events.mechanism.TechnicalSecretaryAssigned;
import mx.constancia.history.Head;
import mx.constancia.history.MechanismState;
import mx.constancia.vocabulary.Rank;

/**
 * Assigns the technical secretary of a face-to-face mechanism (secretaría técnica; G-23); a former one leaves with it.
 *
 * @param personRef  the person, by reference into the vault
 * @param publicName name, public as a public servant
 * @param office     office held
 * @param rank       rank of the office: managing officer or higher; absent when it has none
 * @param from       first day; the legal date when absent
 */
@CommandSpec(article = "G-23", issuedBy = Role.RESPONSIBLE_UNIT, es = "Asignar secretaría técnica")
public record AssignTechnicalSecretary(
        String personRef,
        @Nullable String publicName,
        String office,
        @Nullable Rank rank,
        @Nullable LocalDate from) implements Command.Changing<MechanismState> {

    static final Rule MODALITY = Rule.integrity("G23-MODALITY", "G-23", "A technical secretariat heads a face-to-face mechanism.");
    static final Rule STATE = Rule.precondition("G23-STATE", "G-23",
            "The technical secretary is assigned after the mechanism was determined.");
    static final Rule RANK = Rule.precondition("G23-RANK", "G-23",
            "A technical secretary is a managing officer or equivalent, at least.");

    @Override
    public Decision decide(MechanismState state, Context context) {
        LocalDate firstDay = from == null ? context.occurredOn() : from;
        String held = rank == null ? null : rank.name();
        Judgement judgement = context.judge();
        HeadRules.judge(judgement, MODALITY, STATE, state,
                new Head(Head.TECHNICAL_SECRETARIAT, personRef, publicName, office, held, firstDay));
        return judgement
                .require(RANK, rank != null, "rank", "The rank is missing.")
                .record(new TechnicalSecretaryAssigned(personRef, publicName, office, held, firstDay));
    }
}
