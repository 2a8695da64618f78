package mx.constancia.mechanism.creation;

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
import mx.constancia.events.mechanism.ExistingMechanismRegistered;
import mx.constancia.history.AgencyState;
import mx.constancia.history.Lifecycle;
import mx.constancia.history.MechanismState;
import mx.constancia.vocabulary.IncidenceLevel;
import mx.constancia.vocabulary.MechanismType;
import mx.constancia.vocabulary.Modality;
import mx.constancia.vocabulary.RecordMode;
import mx.constancia.vocabulary.SeparationCause;

/**
 * Registers a mechanism that existed before (registro de mecanismo preexistente). The items of G-12, G-13 and G-18 are not
 * judged: they did not bind when it came to exist.
 *
 * @param name                  official name
 * @param mechanismType         type (G-9)
 * @param modality              modality (G-10)
 * @param incidenceLevels       levels of incidence (G-11)
 * @param coverage              territorial coverage (G-29)
 * @param purpose               purpose
 * @param legalFramework        norms that support it
 * @param lifecycle             where in its life it is
 * @param extraSeparationCauses causes that its organization rules in force add to those of G-21
 */
@CommandSpec(article = "G-2", issuedBy = Role.RESPONSIBLE_UNIT, es = "Registrar mecanismo preexistente")
public record RegisterExistingMechanism(
        String name,
        MechanismType mechanismType,
        Modality modality,
        @Nullable List<IncidenceLevel> incidenceLevels,
        DeclaredCoverage coverage,
        @Nullable String purpose,
        @Nullable List<String> legalFramework,
        Lifecycle lifecycle,
        @Nullable List<SeparationCause> extraSeparationCauses) implements Command.Creating<MechanismState> {

    static final Rule NOT_HISTORICAL = Rule.precondition("G12-NOT-HISTORICAL", "G-12",
            "A mechanism of today is proposed; only one that existed before is registered as existing, in HISTORICAL mode.");
    static final Rule STAGE = Rule.integrity("EXISTING-STAGE", "H1",
            "A mechanism that exists has been determined and has not been concluded.");
    static final Rule CAUSE_NOT_EXTRA = Rule.integrity("G21-CAUSE-NOT-EXTRA", "G-21",
            "The causes that organization rules add are not those of the law.");

    private static final Set<Lifecycle> STAGES = EnumSet.range(Lifecycle.DETERMINED, Lifecycle.DORMANT);

    public RegisterExistingMechanism {
        incidenceLevels = Values.listed(incidenceLevels);
        legalFramework = Values.listed(legalFramework);
        extraSeparationCauses = Values.listed(extraSeparationCauses);
    }

    @Override
    public Decision decide(Context context) {
        Judgement judgement = context.judge();
        CreationRules.requireAgency(judgement, context);
        coverage.judge(judgement);
        judgement.require(CreationRules.INCIDENCE_LEVEL_MISSING, !incidenceLevels.isEmpty(), "incidenceLevels",
                        "No level of incidence is named.")
                .require(NOT_HISTORICAL, context.recordMode() == RecordMode.HISTORICAL, "recordMode", "The record mode is LIVE.")
                .require(STAGE, STAGES.contains(lifecycle), "lifecycle", "It cannot be registered as " + lifecycle + ".")
                .require(CAUSE_NOT_EXTRA, extraSeparationCauses.stream().noneMatch(SeparationCause::isNamedByLaw),
                        "extraSeparationCauses", "One of " + extraSeparationCauses + " is a cause of the law already.");
        return context.agency().map(agency -> judgement.record(registered(agency, context))).orElseGet(judgement::refuse);
    }

    private ExistingMechanismRegistered registered(AgencyState agency, Context context) {
        return new ExistingMechanismRegistered(context.aggregateId(), agency.agencyId(), agency.jurisdiction(), name,
                mechanismType.name(), modality.name(), Values.codes(incidenceLevels), coverage.asRecorded(), purpose, legalFramework,
                lifecycle.name(), Values.codes(extraSeparationCauses));
    }
}
