package mx.constancia.mechanism.membership;

import static mx.constancia.guidelines.Scenario.federal;
import static mx.constancia.guidelines.Scenario.local;

import org.junit.jupiter.api.Test;

import mx.constancia.events.mechanism.MemberAppointed;
import mx.constancia.guidelines.Scenario;
import mx.constancia.mechanism.Facts;
import mx.constancia.vocabulary.EntryRoute;
import mx.constancia.vocabulary.SeatRole;
import mx.constancia.vocabulary.Tenure;

class AppointPublicServantTest {

    private static AppointPublicServant servant(SeatRole role, Tenure tenure, EntryRoute route, String powers) {
        return new AppointPublicServant("hacienda", "person:7", "Nombre", "Secretaría de muestra", role, tenure, route, null, null,
                "Secretaría", powers);
    }

    @Test
    void aPublicServantWithPowersTakesTheSeat() {
        federal().given(Facts.determinedLife()).when(servant(null, null, null, "Reglamento, art. 9"))
                .thenRecorded(new MemberAppointed("A-1", "hacienda", "person:7", "Nombre", "PUBLIC_SERVANT", null, null,
                        "Secretaría de muestra", "MEMBER", "TITULAR", "APPOINTED_PUBLIC_SERVANT", null, null, Scenario.DAY, null, "NONE",
                        "Secretaría", "Reglamento, art. 9", false, null))
                .thenNothingFound();
    }

    @Test
    void anAlternateNeedsPowersToo() {
        federal().given(Facts.determinedLife()).when(servant(SeatRole.ALTERNATE, Tenure.ALTERNATE, null, null))
                .thenRefused("G22-POWERS-MISSING").thenRefusedAt("decisionPowersBasis");
    }

    @Test
    void aServantOfThePastWithoutPowersIsAFinding() {
        federal().historical().given(Facts.determinedLife()).when(servant(null, null, EntryRoute.EX_OFFICIO, " "))
                .thenFound("G22-POWERS-MISSING");
    }

    @Test
    void aPermanentGuestNeedsNoPowersBecauseItDoesNotVote() {
        federal().given(Facts.determinedLife()).when(servant(SeatRole.PERMANENT_GUEST, null, EntryRoute.EX_OFFICIO, null))
                .thenNothingFound();
    }

    @Test
    void aMunicipalServantNeedsNoPowers() {
        local().given(Facts.proposed()).when(servant(null, null, null, null)).thenNothingFound();
    }

    @Test
    void theRouteOfCivilMembersIsNotOneOfPublicServants() {
        local().historical().given(Facts.determinedLife()).when(servant(null, null, EntryRoute.PUBLIC_CALL, "Reglamento"))
                .thenRefused("G22-ROUTE").asConflict(false);
    }

    @Test
    void aPublicServantIsNotAppointedBeforeTheDetermination() {
        federal().given(Facts.proposed()).when(servant(null, null, null, "Reglamento")).thenRefused("G22-STATE").butFoundInHistory();
    }

    @Test
    void anOfficeIsRequired() {
        local().given(Facts.determinedLife()).when(new AppointPublicServant("hacienda", "person:7", null, null, null, null, null, null,
                null, null, null)).thenRefused("FIELD-MISSING").thenRefusedAt("office");
    }

    @Test
    void aSeatHasOneTitularAtATime() {
        local().given(Facts.determinedLife()).after(servant(null, null, null, null))
                .when(new AppointPublicServant("hacienda", "person:8", null, null, null, null, null, null, null, "Secretaría", null))
                .thenRefused("SEAT-TAKEN").asConflict(true);
    }
}
