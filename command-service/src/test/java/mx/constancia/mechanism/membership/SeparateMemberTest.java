package mx.constancia.mechanism.membership;

import static mx.constancia.guidelines.Scenario.federal;
import static mx.constancia.guidelines.Scenario.local;

import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.api.Test;

import mx.constancia.events.mechanism.MemberSeparated;
import mx.constancia.guidelines.Scenario;
import mx.constancia.history.Lifecycle;
import mx.constancia.mechanism.Facts;
import mx.constancia.vocabulary.SeparationCause;

class SeparateMemberTest {

    private static final LocalDate DAY = Scenario.DAY;
    private static final String OFFICE = "Dirección General de muestra";

    private static SeparateMember separation(SeparationCause cause, String decidedBy, LocalDate notifiedOn, String... docs) {
        return new SeparateMember("A-1", cause, null, decidedBy, notifiedOn, null, List.of(docs));
    }

    private static SeparateMember resignation(LocalDate on, String... docs) {
        return new SeparateMember("A-1", SeparationCause.EXPRESS_RESIGNATION, on, null, null, "Motivos personales", List.of(docs));
    }

    @Test
    void aResignationWithItsDocumentSeparatesTheMember() {
        federal().given(Facts.completeLife()).when(resignation(null, "doc-renuncia"))
                .thenRecorded(new MemberSeparated("A-1", "EXPRESS_RESIGNATION", "II", DAY, "MEMBER", null, "Motivos personales",
                        List.of("doc-renuncia")))
                .thenNothingFound();
    }

    @Test
    void aResignationWithoutItsDocumentIsRefused() {
        federal().given(Facts.completeLife()).when(resignation(null)).thenRefused("G21-RESIGNATION-MISSING").thenRefusedAt("evidenceDocs");
    }

    @Test
    void aResignationOfThePastWithoutItsDocumentIsAFinding() {
        federal().historical().given(Facts.completeLife()).when(resignation(null)).thenFound("G21-RESIGNATION-MISSING");
    }

    @Test
    void aMunicipalResignationNeedsNoDocument() {
        local().given(Facts.completeLife()).when(resignation(null)).thenNothingFound();
    }

    @Test
    void aResignationIsTheMembersOwnAct() {
        local().given(Facts.completeLife()).when(separation(SeparationCause.EXPRESS_RESIGNATION, OFFICE, null, "doc"))
                .thenRefused("G21-DECIDED-BY").thenRefusedAt("decidedBy").asConflict(false);
    }

    @Test
    void aMemberDoesNotDecideASeparationForAnotherCause() {
        local().given(Facts.completeLife()).when(separation(SeparationCause.CONFLICT_OF_INTEREST, "MEMBER", null, "doc"))
                .thenRefused("G21-DECIDED-BY");
    }

    @Test
    void aSeparationForAnotherCauseNamesTheOfficeThatDecided() {
        local().given(Facts.completeLife()).when(separation(SeparationCause.CONFLICT_OF_INTEREST, null, null, "doc"))
                .thenRefused("G21-DECIDED-BY");
    }

    @Test
    void nonComplianceCitesItsItemAndAPriorNotice() {
        federal().given(Facts.completeLife())
                .when(separation(SeparationCause.PROGRAM_NON_COMPLIANCE, OFFICE, DAY.minusDays(1), "doc-programa"))
                .thenRecorded(new MemberSeparated("A-1", "PROGRAM_NON_COMPLIANCE", "III", DAY, OFFICE, DAY.minusDays(1), null,
                        List.of("doc-programa")));
    }

    @Test
    void nonComplianceWithoutItemAndNoticeIsRefused() {
        federal().given(Facts.completeLife()).when(separation(SeparationCause.PROGRAM_NON_COMPLIANCE, OFFICE, null))
                .thenRefused("G21-PROGRAMME-ITEM-MISSING", "G21-NOTICE-MISSING").butFoundInHistory();
    }

    @Test
    void aNoticeOnTheDayOfTheSeparationIsTooLate() {
        federal().historical().given(Facts.completeLife())
                .when(separation(SeparationCause.PROGRAM_NON_COMPLIANCE, OFFICE, DAY, "doc-programa")).thenFound("G21-NOTICE-MISSING");
    }

    @Test
    void aConflictOfInterestIsOnRecord() {
        federal().given(Facts.completeLife()).when(separation(SeparationCause.CONFLICT_OF_INTEREST, OFFICE, null))
                .thenRefused("G21-CONFLICT-RECORD-MISSING").butFoundInHistory();
        federal().given(Facts.completeLife()).when(separation(SeparationCause.CONFLICT_OF_INTEREST, OFFICE, null, "doc"))
                .thenNothingFound();
    }

    @Test
    void theConclusionIsNotACauseForOneMember() {
        local().historical().given(Facts.completeLife())
                .when(separation(SeparationCause.MECHANISM_ACTIVITIES_CONCLUDED, OFFICE, null)).thenRefused("G21-ONLY-BY-CONCLUSION");
    }

    @Test
    void aCauseThatTheOrganizationRulesNameHasNoFraction() {
        federal().given(Facts.existing(Lifecycle.DETERMINED), Facts.civil("A-1", "civil-1", "person:1"))
                .when(separation(SeparationCause.TERM_EXPIRED, OFFICE, null))
                .thenRecorded(new MemberSeparated("A-1", "TERM_EXPIRED", null, DAY, OFFICE, null, null, List.of()))
                .thenNothingFound();
    }

    @Test
    void aCauseThatNobodyNamesIsRefusedUnderTheGuidelinesEvenForThePast() {
        federal().historical().given(Facts.completeLife()).when(separation(SeparationCause.REPEATED_ABSENCE, OFFICE, null))
                .thenRefused("G21-CAUSE-NOT-NAMED").asConflict(false);
    }

    @Test
    void aMunicipalMechanismSeparatesByTheCausesOfItsOwnRules() {
        local().given(Facts.completeLife()).when(separation(SeparationCause.REPEATED_ABSENCE, OFFICE, null)).thenNothingFound();
    }

    @Test
    void aMemberIsSeparatedOnce() {
        local().given(Facts.completeLife()).given(Facts.separated("A-1", DAY)).when(resignation(null, "doc"))
                .thenRefused("APPOINTMENT-ENDED").asConflict(true);
    }

    @Test
    void anAppointmentThatTheMechanismDoesNotHaveIsNotEnded() {
        local().given(Facts.formingLife()).when(resignation(null, "doc")).thenRefused("APPOINTMENT-UNKNOWN")
                .thenRefusedAt("appointmentId").asConflict(false);
    }

    @Test
    void aMemberIsNotSeparatedBeforeTheFirstDay() {
        local().historical().given(Facts.completeLife()).when(resignation(Facts.START.minusDays(1), "doc"))
                .thenRefused("SEPARATION-DATES").thenRefusedAt("separatedOn");
    }

    @Test
    void aMemberMayLeaveAtTheEndOfTheDay() {
        federal().given(Facts.completeLife()).when(resignation(DAY.plusDays(1), "doc")).thenNothingFound();
        federal().given(Facts.completeLife()).when(resignation(DAY.plusDays(2), "doc")).thenRefused("SEPARATION-DATES");
    }
}
