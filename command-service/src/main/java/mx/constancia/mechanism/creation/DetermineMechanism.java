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
import mx.constancia.events.mechanism.MechanismDetermined;
import mx.constancia.history.Head;
import mx.constancia.history.Lifecycle;
import mx.constancia.history.MechanismState;
import mx.constancia.mechanism.membership.CivilRules;
import mx.constancia.vocabulary.IncidenceLevel;
import mx.constancia.vocabulary.MechanismType;
import mx.constancia.vocabulary.Modality;
import mx.constancia.vocabulary.Remuneration;

/**
 * Determines what a mechanism is (determinación del mecanismo; G-13).
 *
 * @param mechanismType         I: type (G-9)
 * @param modality              I: modality (G-10)
 * @param incidenceLevels       II: levels of incidence (G-11)
 * @param incidenceBasisDoc     II: where the analysis of G-12 II supports the levels
 * @param memberProfile         III: profile of the members
 * @param purpose               purpose
 * @param legalFramework        norms that support it
 * @param coverage              territorial coverage (G-29)
 * @param humanRightsPerspective how human rights are taken into account (G-3)
 * @param genderPerspective     how gender is taken into account (G-3)
 * @param incentives            what civil members receive; none when honorary (G-17)
 */
@CommandSpec(article = "G-13", issuedBy = Role.RESPONSIBLE_UNIT, es = "Determinar mecanismo")
public record DetermineMechanism(
        MechanismType mechanismType,
        Modality modality,
        @Nullable List<IncidenceLevel> incidenceLevels,
        @Nullable String incidenceBasisDoc,
        @Nullable DeclaredProfile memberProfile,
        String purpose,
        @Nullable List<String> legalFramework,
        DeclaredCoverage coverage,
        @Nullable String humanRightsPerspective,
        @Nullable String genderPerspective,
        @Nullable List<Remuneration> incentives) implements Command.Changing<MechanismState> {

    static final Rule ALREADY_DETERMINED = Rule.conflict("ALREADY-DETERMINED", "H1", "A mechanism is determined once.");
    static final Rule OTHER_HEAD = Rule.conflict("G24-OTHER-HEAD", "G-24",
            "A face-to-face mechanism has a technical secretariat, and a digital one a coordination.");
    static final Rule STATE = Rule.precondition("G13-STATE", "G-13", "A mechanism is determined after it was proposed.");
    static final Rule INCIDENCE_BASIS_MISSING = Rule.precondition("G13-INCIDENCE-BASIS-MISSING", "G-13",
            "The levels of incidence rest on the analysis of the public problem.");
    static final Rule PROFILE_MISSING = Rule.precondition("G13-PROFILE-MISSING", "G-13",
            "The determination has the profile of the members.");
    static final Rule PERSPECTIVE_MISSING = Rule.monitored("G3-PERSPECTIVE-MISSING", "G-3",
            "A mechanism takes human rights and gender into account.");

    public DetermineMechanism {
        incidenceLevels = Values.listed(incidenceLevels);
        legalFramework = Values.listed(legalFramework);
        incentives = Values.listed(incentives);
    }

    @Override
    public Decision decide(MechanismState state, Context context) {
        Judgement judgement = context.judge();
        coverage.judge(judgement);
        CivilRules.judgeHonorary(judgement, "incentives", paid());
        return judgement
                .require(ALREADY_DETERMINED, state.mechanismType() == null, null, "It was determined as " + state.mechanismType() + ".")
                .require(OTHER_HEAD, headFits(state.head()), "modality", "The mechanism has a head of the other kind already.")
                .require(STATE, state.lifecycle() == Lifecycle.PROPOSED, null, "The mechanism is " + state.lifecycle() + ".")
                .require(CreationRules.INCIDENCE_LEVEL_MISSING, !incidenceLevels.isEmpty(), "incidenceLevels",
                        "No level of incidence is named.")
                .require(INCIDENCE_BASIS_MISSING, Values.isGiven(incidenceBasisDoc), "incidenceBasisDoc",
                        "G-13 II: the basis of the levels of incidence is missing.")
                .require(PROFILE_MISSING, DeclaredProfile.isGiven(memberProfile), "memberProfile",
                        "G-13 III: the profile of the members names no sector.")
                .require(PERSPECTIVE_MISSING, Values.isGiven(humanRightsPerspective), "humanRightsPerspective",
                        "The human rights perspective is missing.")
                .require(PERSPECTIVE_MISSING, Values.isGiven(genderPerspective), "genderPerspective",
                        "The gender perspective is missing.")
                .record(new MechanismDetermined(mechanismType.name(), modality.name(), Values.codes(incidenceLevels), incidenceBasisDoc,
                        DeclaredProfile.asRecorded(memberProfile), purpose, legalFramework, coverage.asRecorded(),
                        humanRightsPerspective, genderPerspective, paid()));
    }

    private List<String> paid() {
        return Values.codes(incentives.stream().filter(incentive -> incentive != Remuneration.NONE).toList());
    }

    private boolean headFits(@Nullable Head head) {
        return head == null
                || head.kind().equals(modality == Modality.DIGITAL ? Head.COORDINATION : Head.TECHNICAL_SECRETARIAT);
    }
}
