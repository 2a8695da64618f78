package mx.constancia.mechanism.creation;

import static mx.constancia.guidelines.Scenario.federal;
import static mx.constancia.guidelines.Scenario.local;

import java.util.List;

import org.junit.jupiter.api.Test;

import mx.constancia.events.mechanism.Coverage;
import mx.constancia.events.mechanism.MechanismDetermined;
import mx.constancia.events.mechanism.MemberProfile;
import mx.constancia.mechanism.Facts;
import mx.constancia.vocabulary.CivilSector;
import mx.constancia.vocabulary.IncidenceLevel;
import mx.constancia.vocabulary.MechanismType;
import mx.constancia.vocabulary.Modality;
import mx.constancia.vocabulary.Remuneration;
import mx.constancia.vocabulary.TerritorialCoverage;

class DetermineMechanismTest {

    private static final DeclaredCoverage CHIHUAHUA =
            new DeclaredCoverage(TerritorialCoverage.MUNICIPAL_OR_LOCAL, null, List.of("08019"));
    private static final DeclaredProfile PROFILE = new DeclaredProfile(List.of(CivilSector.CITIZEN), null);
    private static final DetermineMechanism COMPLETE = determination(Remuneration.NONE);
    private static final DetermineMechanism BARE = new DetermineMechanism(MechanismType.MONITORING, Modality.FACE_TO_FACE,
            List.of(IncidenceLevel.SURVEILLANCE), null, null, "Vigilar", null, CHIHUAHUA, null, null, null);

    private static DetermineMechanism determination(Remuneration... incentives) {
        return new DetermineMechanism(MechanismType.MONITORING, Modality.FACE_TO_FACE, List.of(IncidenceLevel.SURVEILLANCE), "doc-1",
                PROFILE, "Vigilar", List.of("Ley, art. 1"), CHIHUAHUA, "Derechos humanos", "Género", List.of(incentives));
    }

    @Test
    void aProposedMechanismIsDetermined() {
        federal().given(Facts.proposed()).when(COMPLETE)
                .thenRecorded(new MechanismDetermined("MONITORING", "FACE_TO_FACE", List.of("SURVEILLANCE"), "doc-1",
                        new MemberProfile(List.of("CITIZEN"), List.of()), "Vigilar", List.of("Ley, art. 1"),
                        new Coverage("MUNICIPAL_OR_LOCAL", List.of(), List.of("08019")), "Derechos humanos", "Género", List.of()))
                .thenNothingFound();
    }

    @Test
    void aStipendIsRefusedUnderTheGuidelines() {
        federal().given(Facts.proposed()).when(determination(Remuneration.STIPEND, Remuneration.ACADEMIC_CREDIT))
                .thenRefused("G17-NOT-HONORARY");
    }

    @Test
    void aStipendOfTheCitizenObserversOfAMunicipalityIsRecorded() {
        local().given(Facts.proposed()).when(determination(Remuneration.STIPEND, Remuneration.ACADEMIC_CREDIT)).thenNothingFound();
    }

    @Test
    void aLiveDeterminationWithoutBasisAndProfileIsRefused() {
        federal().given(Facts.proposed()).when(BARE)
                .thenRefused("G13-INCIDENCE-BASIS-MISSING", "G13-PROFILE-MISSING")
                .thenRefusedAt("incidenceBasisDoc", "memberProfile");
    }

    @Test
    void aHistoricalDeterminationWithoutThemIsRecordedWithFindings() {
        federal().historical().given(Facts.proposed()).when(BARE).thenFound("G13-INCIDENCE-BASIS-MISSING", "G13-PROFILE-MISSING",
                "G3-PERSPECTIVE-MISSING", "G3-PERSPECTIVE-MISSING");
    }

    @Test
    void aMissingPerspectiveIsNotedAndNeverRefused() {
        federal().given(Facts.proposed()).when(new DetermineMechanism(MechanismType.MONITORING, Modality.FACE_TO_FACE,
                List.of(IncidenceLevel.SURVEILLANCE), "doc-1", PROFILE, "Vigilar", null, CHIHUAHUA, "Derechos humanos", null, null))
                .thenFound("G3-PERSPECTIVE-MISSING");
    }

    @Test
    void aMechanismIsDeterminedOnlyOnce() {
        local().given(Facts.determinedLife()).when(COMPLETE).thenRefused("ALREADY-DETERMINED").asConflict(true);
    }

    @Test
    void aMechanismInFormationIsDeterminedTooLate() {
        federal().given(Facts.proposed(), Facts.callOpened()).when(COMPLETE).thenRefused("G13-STATE").butFoundInHistory();
    }

    @Test
    void aMunicipalMechanismMayOpenItsCallBeforeItIsDetermined() {
        local().given(Facts.proposed(), Facts.callOpened()).when(COMPLETE).thenNothingFound();
    }

    @Test
    void aMechanismWithACoordinationIsNotDeterminedAsFaceToFace() {
        local().given(Facts.proposed(), Facts.coordinator()).when(COMPLETE).thenRefused("G24-OTHER-HEAD").asConflict(true);
    }

    @Test
    void aDeterminationWithoutALevelOfIncidenceIsRefusedUnderEveryRulebook() {
        local().given(Facts.proposed()).when(new DetermineMechanism(MechanismType.MONITORING, Modality.FACE_TO_FACE, List.of(), null,
                null, "Vigilar", null, CHIHUAHUA, null, null, null)).thenRefused("G11-LEVEL-MISSING").asConflict(false);
    }
}
