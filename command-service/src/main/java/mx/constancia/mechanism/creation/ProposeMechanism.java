package mx.constancia.mechanism.creation;

import java.util.List;

import org.jspecify.annotations.Nullable;

import mx.constancia.decision.Command;
import mx.constancia.decision.CommandSpec;
import mx.constancia.decision.Context;
import mx.constancia.decision.Decision;
import mx.constancia.decision.Judgement;
import mx.constancia.decision.Role;
import mx.constancia.decision.Rule;
import mx.constancia.decision.Values;
import mx.constancia.events.mechanism.MechanismProposed;
import mx.constancia.history.AgencyState;
import mx.constancia.history.MechanismState;

/**
 * Proposes a mechanism (propuesta del mecanismo; G-12).
 *
 * @param name                 official name
 * @param authorityBasis       I: norms that give the agency authority in the matter
 * @param problemAnalysisDoc   II: analysis of the public problem
 * @param benefitsDiagnosisDoc III: diagnosis of benefits
 * @param memberProfile        IV: profile of the members
 */
@CommandSpec(article = "G-12", issuedBy = Role.RESPONSIBLE_UNIT, es = "Proponer mecanismo")
public record ProposeMechanism(
        String name,
        @Nullable List<String> authorityBasis,
        @Nullable String problemAnalysisDoc,
        @Nullable String benefitsDiagnosisDoc,
        @Nullable DeclaredProfile memberProfile) implements Command.Creating<MechanismState> {

    static final Rule ITEM_MISSING = Rule.precondition("G12-ITEM-MISSING", "G-12",
            "A proposal has authority in the matter, an analysis of the problem, a diagnosis of benefits and a profile of members.");

    public ProposeMechanism {
        authorityBasis = Values.listed(authorityBasis);
    }

    @Override
    public Decision decide(Context context) {
        Judgement judgement = context.judge();
        CreationRules.requireAgency(judgement, context);
        judgement.require(ITEM_MISSING, !authorityBasis.isEmpty(), "authorityBasis", "G-12 I: the authority in the matter is missing.")
                .require(ITEM_MISSING, Values.isGiven(problemAnalysisDoc), "problemAnalysisDoc",
                        "G-12 II: the analysis of the public problem is missing.")
                .require(ITEM_MISSING, Values.isGiven(benefitsDiagnosisDoc), "benefitsDiagnosisDoc",
                        "G-12 III: the diagnosis of benefits is missing.")
                .require(ITEM_MISSING, DeclaredProfile.isGiven(memberProfile), "memberProfile",
                        "G-12 IV: the profile of the members names no sector.");
        return context.agency().map(agency -> judgement.record(proposed(agency, context))).orElseGet(judgement::refuse);
    }

    private MechanismProposed proposed(AgencyState agency, Context context) {
        return new MechanismProposed(context.aggregateId(), agency.agencyId(), agency.jurisdiction(), name, authorityBasis,
                problemAnalysisDoc, benefitsDiagnosisDoc, DeclaredProfile.asRecorded(memberProfile));
    }
}
