package mx.constancia.mechanism.call;

import static mx.constancia.guidelines.Scenario.federal;
import static mx.constancia.guidelines.Scenario.local;

import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.api.Test;

import mx.constancia.events.mechanism.CallContent;
import mx.constancia.events.mechanism.CallOpened;
import mx.constancia.events.mechanism.SeatOffer;
import mx.constancia.guidelines.Scenario;
import mx.constancia.mechanism.Facts;
import mx.constancia.vocabulary.CivilSector;
import mx.constancia.vocabulary.PublicationChannel;

class OpenCallTest {

    private static final LocalDate OPENS = Scenario.DAY;
    private static final LocalDate CLOSES = OPENS.plusDays(30);

    private static OpenCall call(CallContent content, LocalDate closesOn, PublicationChannel... channels) {
        return new OpenCall(content, OPENS, closesOn, List.of(channels), List.of(new OfferedSeats(CivilSector.ACADEMIC, null, 4, null)));
    }

    private static OpenCall offering(OfferedSeats... offers) {
        return new OpenCall(Facts.content(), OPENS, CLOSES, List.of(PublicationChannel.GOB_MX_PARTICIPA), List.of(offers));
    }

    @Test
    void aCallWithItsSixContentsIsOpenedUnderTheNextId() {
        federal().given(Facts.formingLife()).when(call(Facts.content(), CLOSES, PublicationChannel.GOB_MX_PARTICIPA))
                .thenRecorded(new CallOpened("C-2", Facts.content(), OPENS, CLOSES, List.of("GOB_MX_PARTICIPA"),
                        List.of(new SeatOffer("ACADEMIC", null, 4, 0))))
                .thenNothingFound();
    }

    @Test
    void eachMissingContentIsNamedByItsField() {
        federal().given(Facts.determinedLife())
                .when(call(new CallContent("Consulta", null, "Perfil", " ", "Nacional", null), CLOSES, PublicationChannel.GOB_MX_PARTICIPA))
                .thenRefused("G18-CONTENT-MISSING", "G18-CONTENT-MISSING", "G18-CONTENT-MISSING")
                .thenRefusedAt("content.purpose", "content.formationDeadlines", "content.responsibleOfficer");
    }

    @Test
    void aCallWithoutAnyContentLacksAllSix() {
        federal().given(Facts.determinedLife()).when(call(null, CLOSES, PublicationChannel.GOB_MX_PARTICIPA))
                .thenRefusedAt("content.typeModalityIncidence", "content.purpose", "content.civilProfile", "content.formationDeadlines",
                        "content.geographicDemarcation", "content.responsibleOfficer");
    }

    @Test
    void aHistoricalCallWithoutAContentIsRecordedWithAFinding() {
        federal().historical().given(Facts.determinedLife())
                .when(call(new CallContent("Consulta", "Opinar", "Perfil", "Hasta mayo", "Nacional", null), CLOSES,
                        PublicationChannel.GOB_MX_PARTICIPA))
                .thenFound("G18-CONTENT-MISSING");
    }

    @Test
    void aCallInOtherMediaAloneIsRefused() {
        federal().given(Facts.determinedLife()).when(call(Facts.content(), CLOSES, PublicationChannel.OFFICIAL_GAZETTE))
                .thenRefused("G13-CHANNEL-MISSING").thenRefusedAt("channels");
    }

    @Test
    void aHistoricalCallInOtherMediaAloneIsRecordedWithAFinding() {
        federal().historical().given(Facts.determinedLife()).when(call(Facts.content(), CLOSES)).thenFound("G13-CHANNEL-MISSING");
    }

    @Test
    void aPermanentCallHasNoLastDay() {
        federal().given(Facts.determinedLife()).when(call(Facts.content(), null, PublicationChannel.GOB_MX_PARTICIPA))
                .thenNothingFound();
    }

    @Test
    void aMunicipalCallNeedsNoContents() {
        local().given(Facts.determinedLife()).when(call(null, null)).thenNothingFound();
    }

    @Test
    void aCallThatWouldCloseBeforeItOpensIsRefusedUnderEveryRulebook() {
        local().historical().given(Facts.determinedLife()).when(call(Facts.content(), OPENS.minusDays(1)))
                .thenRefused("G18-CALL-DATES").thenRefusedAt("closesOn").asConflict(false);
    }

    @Test
    void aCallMayOpenAndCloseOnOneDay() {
        local().given(Facts.determinedLife()).when(call(Facts.content(), OPENS)).thenNothingFound();
    }

    @Test
    void aCallBeforeTheDeterminationIsRefused() {
        federal().given(Facts.proposed()).when(call(Facts.content(), CLOSES, PublicationChannel.GOB_MX_PARTICIPA))
                .thenRefused("G18-STATE").butFoundInHistory();
    }

    @Test
    void aMechanismInOperationMayCallForItsRenewal() {
        federal().given(Facts.operatingLife()).when(call(Facts.content(), CLOSES, PublicationChannel.GOB_MX_PARTICIPA))
                .thenNothingFound();
    }

    @Test
    void anOfferWithoutSeatsIsRefused() {
        federal().given(Facts.determinedLife())
                .when(offering(new OfferedSeats(CivilSector.CSO, null, 1, 1), new OfferedSeats(CivilSector.CSO, null, null, 0)))
                .thenRefused("SEAT-OFFER-EMPTY").thenRefusedAt("seatsOffered[1]");
    }

    @Test
    void anOfferForAnotherSectorDescribesIt() {
        federal().given(Facts.determinedLife()).when(offering(new OfferedSeats(CivilSector.OTHER, null, 1, null)))
                .thenRefused("G17-DESCRIPTION-MISSING").thenRefusedAt("seatsOffered[0].sectorDescription");
    }
}
