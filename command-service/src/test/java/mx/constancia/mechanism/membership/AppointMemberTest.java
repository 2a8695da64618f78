package mx.constancia.mechanism.membership;

import static mx.constancia.guidelines.Scenario.federal;
import static mx.constancia.guidelines.Scenario.local;

import java.time.LocalDate;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import mx.constancia.events.mechanism.MemberAppointed;
import mx.constancia.guidelines.Scenario;
import mx.constancia.mechanism.Facts;
import mx.constancia.vocabulary.CivilSector;
import mx.constancia.vocabulary.EntryRoute;
import mx.constancia.vocabulary.Remuneration;
import mx.constancia.vocabulary.SeatRole;
import mx.constancia.vocabulary.Tenure;

class AppointMemberTest {

    private static final LocalDate DAY = Scenario.DAY;
    private static final Appointee VALID = new Appointee();

    @Test
    void aRepresentativeChosenByCallTakesTheSeat() {
        federal().given(Facts.formingLife()).when(VALID.command())
                .thenRecorded(new MemberAppointed("A-1", "osc-1", "person:7", "Nombre", "CIVIL_SOCIETY_REPRESENTATIVE", "CSO", null,
                        "Organización de muestra", "MEMBER", "TITULAR", "PUBLIC_CALL", "C-1", null, DAY, null, "NONE", null, null, true,
                        "doc-acreditacion"))
                .thenNothingFound();
    }

    @Test
    void anAlternateTakesTheSameSeatAsItsTitular() {
        federal().given(Facts.completeLife()).when(VALID.seat("civil-1").tenure(Tenure.ALTERNATE).command()).thenNothingFound();
    }

    @Test
    void aSeatHasOneTitularAtATime() {
        local().historical().given(Facts.completeLife()).when(VALID.seat("civil-1").command())
                .thenRefused("SEAT-TAKEN").thenRefusedAt("seatId").asConflict(true);
    }

    @Test
    void aSeatHasOneAlternateAtATime() {
        local().given(Facts.completeLife()).after(VALID.seat("civil-1").tenure(Tenure.ALTERNATE).command())
                .when(VALID.seat("civil-1").person("person:8").tenure(Tenure.ALTERNATE).command()).thenRefused("SEAT-TAKEN");
    }

    @Test
    void aSeatIsFreeFromTheDayOfTheSeparation() {
        federal().given(Facts.completeLife()).given(Facts.separated("A-1", DAY)).when(VALID.seat("civil-1").from(DAY).command())
                .thenNothingFound();
    }

    @Test
    void aSuccessorDoesNotBeginBeforeThePredecessorLeft() {
        local().given(Facts.completeLife()).given(Facts.separated("A-1", DAY))
                .when(VALID.seat("civil-1").from(DAY.minusDays(1)).command()).thenRefused("SEAT-TAKEN");
    }

    @Test
    void aFormerHolderOfASeatThatIsNowFreeIsRecordedLate() {
        local().historical().given(Facts.completeLife()).given(Facts.separated("A-1", DAY))
                .when(VALID.seat("civil-1").from(Facts.START.minusYears(2)).command()).thenNothingFound();
    }

    @Test
    void aPersonHoldsOnePlaceAtATime() {
        local().given(Facts.completeLife()).when(VALID.person("person:2").command())
                .thenRefused("PERSON-IS-MEMBER").thenRefusedAt("personRef").asConflict(true);
    }

    @Test
    void aPersonMayReturnAfterASeparation() {
        federal().given(Facts.completeLife()).given(Facts.separated("A-1", DAY)).when(VALID.person("person:1").command())
                .thenNothingFound();
    }

    @Test
    void anAppointmentThatWouldEndBeforeItBeginsIsRefused() {
        local().given(Facts.formingLife()).when(VALID.plannedTo(DAY.minusDays(1)).command()).thenRefused("APPOINTMENT-DATES");
    }

    @Test
    void aPaidRepresentativeIsRefusedUnderTheGuidelines() {
        federal().given(Facts.formingLife()).when(VALID.paid(Remuneration.STIPEND).command())
                .thenRefused("G17-NOT-HONORARY").thenRefusedAt("remuneration");
    }

    @Test
    void aPaidRepresentativeOfThePastIsAFinding() {
        federal().historical().given(Facts.formingLife()).when(VALID.paid(Remuneration.ACADEMIC_CREDIT).command())
                .thenFound("G17-NOT-HONORARY");
    }

    @Test
    void aMunicipalityMayPayItsCitizenObservers() {
        local().given(Facts.formingLife()).when(VALID.paid(Remuneration.STIPEND).command()).thenNothingFound();
    }

    @Test
    void aRepresentativeWithoutTheDeclarationIsRefused() {
        federal().given(Facts.formingLife()).when(VALID.declaration(null).command())
                .thenRefused("G16-DECLARATION-MISSING").thenRefusedAt("noLabourRelation");
        federal().historical().given(Facts.formingLife()).when(VALID.declaration(false).command()).thenFound("G16-DECLARATION-MISSING");
    }

    @Test
    void anOrganizationAccreditsItsMember() {
        federal().given(Facts.formingLife()).when(VALID.accreditation(null).command())
                .thenRefused("G4-ACCREDITATION-MISSING").butFoundInHistory().thenRefusedAt("accreditationDoc");
    }

    @Test
    void aGroupWithoutAffiliationNeedsNoAccreditation() {
        federal().given(Facts.formingLife())
                .when(VALID.sector(CivilSector.PEER_OR_UNAFFILIATED_GROUP, null).accreditation(null).command()).thenNothingFound();
    }

    @Test
    void aGuestNeedsNoAccreditation() {
        federal().given(Facts.formingLife()).when(VALID.role(SeatRole.GUEST).accreditation(null).command()).thenNothingFound();
    }

    @Test
    void aCivilSeatRepresentsASector() {
        local().historical().given(Facts.formingLife()).when(VALID.sector(null, null).command())
                .thenRefused("G17-SECTOR-MISSING").asConflict(false);
    }

    @Test
    void anotherSectorIsDescribed() {
        local().given(Facts.formingLife()).when(VALID.sector(CivilSector.OTHER, " ").command()).thenRefused("G17-DESCRIPTION-MISSING");
    }

    @Test
    void theRouteOfPublicServantsIsNotOneOfCivilMembers() {
        local().given(Facts.formingLife()).when(VALID.route(EntryRoute.APPOINTED_PUBLIC_SERVANT, null, null).command())
                .thenRefused("G17-ROUTE");
    }

    @Test
    void anAppointmentByCallCitesTheCall() {
        federal().given(Facts.formingLife()).when(VALID.route(EntryRoute.PUBLIC_CALL, null, null).command())
                .thenRefused("G18-CALL-NOT-CITED").thenRefusedAt("callId");
        federal().historical().given(Facts.formingLife()).when(VALID.route(EntryRoute.PUBLIC_CALL, null, null).command())
                .thenFound("G18-CALL-NOT-CITED");
    }

    @Test
    void theCallThatItCitesIsOneOfTheMechanism() {
        local().given(Facts.formingLife()).when(VALID.route(EntryRoute.PUBLIC_CALL, "C-2", null).command())
                .thenRefused("ENTRY-CALL-UNKNOWN");
    }

    @Test
    void anAppointmentByInvitationCitesTheInvitationToItsSeat() {
        Scenario scenario = federal().given(Facts.formingLife()).given(Facts.invited("osc-1"));
        scenario.when(VALID.route(EntryRoute.DIRECT_INVITATION, null, "I-1").command()).thenNothingFound();
        scenario.when(VALID.route(EntryRoute.DIRECT_INVITATION, null, null).command()).thenRefused("G19-INVITATION-NOT-CITED").butFoundInHistory();
        scenario.when(VALID.seat("osc-2").route(EntryRoute.DIRECT_INVITATION, null, "I-1").command())
                .thenRefused("ENTRY-INVITATION-UNKNOWN");
    }

    @Test
    void aMemberIsNotAppointedBeforeTheDetermination() {
        federal().given(Facts.proposed()).when(VALID.route(EntryRoute.EX_OFFICIO, null, null).command()).thenRefused("G17-STATE").butFoundInHistory();
        local().given(Facts.proposed()).when(VALID.route(EntryRoute.EX_OFFICIO, null, null).command()).thenNothingFound();
    }

    @ParameterizedTest
    @ValueSource(strings = {"p", "person 7", "person@7", "GOMC800101HDFRRL09"})
    void aPersonIsNamedByAnOpaqueReferenceOnly(String personRef) {
        assertRefusedAt("personRef", VALID.person(personRef));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Osc 1", "osc_1", "OSC-1"})
    void aSeatIsNamedByAPlainId(String seatId) {
        assertRefusedAt("seatId", VALID.seat(seatId));
    }

    private static void assertRefusedAt(String field, Appointee appointee) {
        local().given(Facts.formingLife()).when(appointee.command()).thenRefusedAt(field);
    }

    /** A valid appointment by call; each method changes one thing. */
    private record Appointee(
            String seatId, String personRef, CivilSector sector, String description, SeatRole role, Tenure tenure, EntryRoute route,
            String callId, String invitationId, LocalDate from, LocalDate plannedTo, Remuneration remuneration, Boolean declared,
            String accreditation) {

        Appointee() {
            this("osc-1", "person:7", CivilSector.CSO, null, null, null, EntryRoute.PUBLIC_CALL, "C-1", null, null, null, null, true,
                    "doc-acreditacion");
        }

        Appointee seat(String other) {
            return new Appointee(other, personRef, sector, description, role, tenure, route, callId, invitationId, from, plannedTo,
                    remuneration, declared, accreditation);
        }

        Appointee person(String other) {
            return new Appointee(seatId, other, sector, description, role, tenure, route, callId, invitationId, from, plannedTo,
                    remuneration, declared, accreditation);
        }

        Appointee sector(CivilSector other, String otherDescription) {
            return new Appointee(seatId, personRef, other, otherDescription, role, tenure, route, callId, invitationId, from, plannedTo,
                    remuneration, declared, accreditation);
        }

        Appointee role(SeatRole other) {
            return new Appointee(seatId, personRef, sector, description, other, tenure, route, callId, invitationId, from, plannedTo,
                    remuneration, declared, accreditation);
        }

        Appointee tenure(Tenure other) {
            return new Appointee(seatId, personRef, sector, description, role, other, route, callId, invitationId, from, plannedTo,
                    remuneration, declared, accreditation);
        }

        Appointee route(EntryRoute other, String otherCall, String otherInvitation) {
            return new Appointee(seatId, personRef, sector, description, role, tenure, other, otherCall, otherInvitation, from, plannedTo,
                    remuneration, declared, accreditation);
        }

        Appointee from(LocalDate other) {
            return new Appointee(seatId, personRef, sector, description, role, tenure, route, callId, invitationId, other, plannedTo,
                    remuneration, declared, accreditation);
        }

        Appointee plannedTo(LocalDate other) {
            return new Appointee(seatId, personRef, sector, description, role, tenure, route, callId, invitationId, from, other,
                    remuneration, declared, accreditation);
        }

        Appointee paid(Remuneration other) {
            return new Appointee(seatId, personRef, sector, description, role, tenure, route, callId, invitationId, from, plannedTo,
                    other, declared, accreditation);
        }

        Appointee declaration(Boolean other) {
            return new Appointee(seatId, personRef, sector, description, role, tenure, route, callId, invitationId, from, plannedTo,
                    remuneration, other, accreditation);
        }

        Appointee accreditation(String other) {
            return new Appointee(seatId, personRef, sector, description, role, tenure, route, callId, invitationId, from, plannedTo,
                    remuneration, declared, other);
        }

        AppointMember command() {
            return new AppointMember(seatId, personRef, "Nombre", sector, description, "Organización de muestra", role, tenure, route,
                    callId, invitationId, from, plannedTo, remuneration, declared, accreditation);
        }
    }
}
