package mx.constancia.mechanism.report;

import static mx.constancia.guidelines.Scenario.federal;
import static mx.constancia.guidelines.Scenario.local;

import java.util.List;

import org.junit.jupiter.api.Test;

import mx.constancia.events.mechanism.AnnualReportContent;
import mx.constancia.events.mechanism.AnnualReportPublished;
import mx.constancia.mechanism.Facts;
import mx.constancia.vocabulary.PublicationChannel;

class PublishReportTest {

    private static final AnnualReportContent CONTENT = new AnnualReportContent("Avance", "Actividades", "Evaluación", "Ninguno");
    private static final String URL = "https://participa.example/informe";

    private static PublishReport report(int year, AnnualReportContent content, String correctionReason) {
        return new PublishReport(year, content, "doc-informe", URL, List.of(PublicationChannel.GOB_MX_PARTICIPA), null, correctionReason);
    }

    private static AnnualReportPublished published(int edition, String correctionReason) {
        return new AnnualReportPublished(2017, edition, CONTENT, "doc-informe", URL, List.of("GOB_MX_PARTICIPA"), null, correctionReason);
    }

    @Test
    void aReportWithItsFourContentsIsPublishedAsTheFirstEdition() {
        federal().given(Facts.operatingLife()).when(report(2017, CONTENT, null)).thenRecorded(published(1, null)).thenNothingFound();
    }

    @Test
    void aCorrectionIsAFurtherEdition() {
        federal().given(Facts.operatingLife()).given(published(1, null)).when(report(2017, CONTENT, "Fe de erratas"))
                .thenRecorded(published(2, "Fe de erratas"));
    }

    @Test
    void aYearHasOneReportUnlessItIsCorrected() {
        local().historical().given(Facts.operatingLife()).given(published(1, null)).when(report(2017, CONTENT, null))
                .thenRefused("REPORT-ALREADY-PUBLISHED").asConflict(true);
    }

    @Test
    void aFirstEditionCorrectsNothing() {
        local().given(Facts.operatingLife()).when(report(2017, CONTENT, "Fe de erratas")).thenRefused("NOTHING-TO-CORRECT")
                .asConflict(false);
    }

    @Test
    void eachMissingContentIsNamedByItsField() {
        federal().given(Facts.operatingLife()).when(report(2017, new AnnualReportContent("Avance", null, " ", null), null))
                .thenRefused("G32-CONTENT-MISSING", "G32-CONTENT-MISSING", "G32-CONTENT-MISSING")
                .thenRefusedAt("content.activities", "content.internalEvaluation", "content.results");
    }

    @Test
    void aReportOfThePastWithoutContentsAndChannelIsRecordedWithFindings() {
        federal().historical().given(Facts.operatingLife()).when(new PublishReport(2017, null, "doc", URL, null, null, null))
                .thenFound("G32-CONTENT-MISSING", "G32-CONTENT-MISSING", "G32-CONTENT-MISSING", "G32-CONTENT-MISSING",
                        "G32-CHANNEL-MISSING");
    }

    @Test
    void aReportOnAnotherPortalAloneIsRefused() {
        federal().given(Facts.operatingLife()).when(new PublishReport(2017, CONTENT, "doc", URL,
                List.of(PublicationChannel.AGENCY_PORTAL), null, null)).thenRefused("G32-CHANNEL-MISSING").thenRefusedAt("channels");
    }

    @Test
    void aMunicipalReportHasTheFormOfItsOwn() {
        local().given(Facts.proposed()).when(new PublishReport(2017, null, "doc", URL, null, null, null)).thenNothingFound();
    }

    @Test
    void aReportOnAYearToComeIsRefused() {
        local().historical().given(Facts.operatingLife()).when(report(2019, CONTENT, null)).thenRefused("REPORT-YEAR")
                .thenRefusedAt("year");
        local().given(Facts.operatingLife()).when(report(2018, CONTENT, null)).thenNothingFound();
    }

    @Test
    void aConcludedMechanismStillReports() {
        federal().given(Facts.concludedLife()).when(report(2017, CONTENT, null)).thenNothingFound();
    }
}
