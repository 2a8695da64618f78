package mx.constancia.mechanism.organization;

import static mx.constancia.guidelines.Scenario.federal;
import static mx.constancia.guidelines.Scenario.local;

import java.util.List;

import org.junit.jupiter.api.Test;

import mx.constancia.events.DomainEvent;
import mx.constancia.events.mechanism.MechanismOrganized;
import mx.constancia.events.mechanism.MemberAppointed;
import mx.constancia.mechanism.Facts;
import mx.constancia.vocabulary.Modality;
import mx.constancia.vocabulary.SeatRole;

class DeclareOrganizedTest {

    private static final DeclareOrganized DECLARE = new DeclareOrganized();
    private static final DomainEvent GUEST =
            Facts.appointed("A-3", "guest-1", "person:3", "CIVIL_SOCIETY_REPRESENTATIVE", SeatRole.GUEST);

    /** The civil member A-1 who was invited directly. */
    private static MemberAppointed invitedMember(String invitationId) {
        return new MemberAppointed("A-1", "civil-1", "person:1", null, "CIVIL_SOCIETY_REPRESENTATIVE", "CSO", null, null, "MEMBER",
                "TITULAR", "DIRECT_INVITATION", null, invitationId, Facts.START, null, "NONE", null, null, true, null);
    }

    @Test
    void aMechanismWithBothKindsOfMembersAndAHeadIsOrganized() {
        federal().given(Facts.completeLife()).given(GUEST).when(DECLARE).thenRecorded(new MechanismOrganized(1, 1)).thenNothingFound();
    }

    @Test
    void aMechanismWithoutMembersOrHeadIsRefusedByEachRule() {
        federal().given(Facts.formingLife()).when(DECLARE)
                .thenRefused("G15-PUBLIC-SERVANT-MISSING", "G15-CIVIL-MEMBER-MISSING", "G23-SECRETARY-MISSING").butFoundInHistory().asConflict(false);
    }

    @Test
    void aGuestIsNotAMember() {
        federal().given(Facts.formingLife()).given(Facts.servant("A-2", "public-1", "person:2"), Facts.secretary(), GUEST).when(DECLARE)
                .thenRefused("G15-CIVIL-MEMBER-MISSING");
    }

    @Test
    void aMemberWhoLeftDoesNotCount() {
        federal().given(Facts.completeLife()).given(Facts.separated("A-2", Facts.START.plusDays(1))).when(DECLARE)
                .thenRefused("G15-PUBLIC-SERVANT-MISSING");
    }

    @Test
    void aOneSidedMechanismOfThePastIsRecordedWithAFinding() {
        federal().historical().given(Facts.formingLife()).given(Facts.servant("A-2", "public-1", "person:2"), Facts.secretary())
                .when(DECLARE).thenRecorded(new MechanismOrganized(1, 0)).thenFound("G15-CIVIL-MEMBER-MISSING");
    }

    @Test
    void aMunicipalMechanismDeclaresItself() {
        local().given(Facts.proposed()).when(DECLARE).thenNothingFound();
    }

    @Test
    void aDigitalMechanismNeedsACoordination() {
        List<DomainEvent> digital = List.of(Facts.proposed(), Facts.determined(Modality.DIGITAL), Facts.callOpened(),
                Facts.civil("A-1", "civil-1", "person:1"), Facts.servant("A-2", "public-1", "person:2"));
        federal().given(digital).when(DECLARE).thenRefused("G24-COORDINATION-MISSING").butFoundInHistory();
        federal().given(digital).given(Facts.coordinator()).when(DECLARE).thenNothingFound();
    }

    @Test
    void withoutACallEachCivilMemberWasInvited() {
        List<DomainEvent> uncalled = List.of(Facts.proposed(), Facts.determined(Modality.FACE_TO_FACE), Facts.invited("civil-1"),
                Facts.servant("A-2", "public-1", "person:2"), Facts.secretary());
        federal().given(uncalled).given(invitedMember("I-1")).when(DECLARE).thenNothingFound();
        federal().given(uncalled).given(invitedMember(null)).when(DECLARE).thenRefused("G18-NEITHER-CALLED-NOR-INVITED").butFoundInHistory();
    }

    @Test
    void aMechanismIsOrganizedOnce() {
        local().given(Facts.organizedLife()).when(DECLARE).thenRefused("ALREADY-ORGANIZED").asConflict(true);
    }

    @Test
    void aMechanismIsNotOrganizedBeforeItsFormation() {
        federal().given(Facts.determinedLife()).given(Facts.servant("A-2", "public-1", "person:2"), Facts.secretary(),
                invitedMember("I-1")).when(DECLARE).thenRefused("G15-STATE", "G18-NEITHER-CALLED-NOR-INVITED").butFoundInHistory();
    }
}
