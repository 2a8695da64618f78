package mx.constancia.mechanism.lifecycle;

import static mx.constancia.guidelines.Scenario.federal;
import static mx.constancia.guidelines.Scenario.local;

import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.api.Test;

import mx.constancia.decision.Command;
import mx.constancia.events.DomainEvent;
import mx.constancia.events.mechanism.OperationBegan;
import mx.constancia.guidelines.Scenario;
import mx.constancia.history.Lifecycle;
import mx.constancia.history.MechanismState;
import mx.constancia.mechanism.Facts;
import mx.constancia.mechanism.membership.AppointPublicServant;
import mx.constancia.mechanism.membership.SeparateMember;
import mx.constancia.mechanism.organization.AssignTechnicalSecretary;
import mx.constancia.mechanism.session.HoldSession;
import mx.constancia.vocabulary.Modality;
import mx.constancia.vocabulary.Rank;
import mx.constancia.vocabulary.SeatRole;
import mx.constancia.vocabulary.SeparationCause;
import mx.constancia.vocabulary.SessionKind;

class StandingRulesTest {

    private static final LocalDate BEFORE_THE_GUIDELINES = LocalDate.of(2017, 4, 26);
    private static final LocalDate UNDER_THE_GUIDELINES = LocalDate.of(2017, 10, 2);
    private static final Command<MechanismState> SESSION =
            new HoldSession(null, SessionKind.ORDINARY, null, null, null, null, null, null, null);

    private static SeparateMember resignation(String appointmentId) {
        return new SeparateMember(appointmentId, SeparationCause.EXPRESS_RESIGNATION, null, null, null, null, List.of("doc-renuncia"));
    }

    /** A council of 26 April 2017 with public servants as members and civil society as guests only. */
    private static Scenario oneSidedCouncil() {
        return federal().on(BEFORE_THE_GUIDELINES).historical().given(Facts.existing(Lifecycle.OPERATING),
                Facts.servant("A-1", "public-1", "person:1"), Facts.secretary(),
                Facts.appointed("A-2", "guest-1", "person:2", "CIVIL_SOCIETY_REPRESENTATIVE", SeatRole.PERMANENT_GUEST));
    }

    @Test
    void theLastCivilMemberLeavesAOneSidedMechanism() {
        federal().given(Facts.operatingLife()).when(resignation("A-1")).thenFound("G15-ONE-SIDED");
    }

    @Test
    void theLastPublicServantLeavesAOneSidedMechanism() {
        federal().given(Facts.operatingLife()).when(resignation("A-2")).thenFound("G15-ONE-SIDED");
    }

    @Test
    void aMemberBesideOthersLeavesNothingToNote() {
        federal().given(Facts.operatingLife()).given(Facts.civil("A-3", "civil-2", "person:3")).when(resignation("A-1"))
                .thenNothingFound();
    }

    @Test
    void aBreachThatGoesOnIsNotNotedAgain() {
        federal().given(Facts.operatingLife()).after(resignation("A-1")).when(SESSION).thenNothingFound();
    }

    @Test
    void aBreachThatComesBackIsNotedAgain() {
        Scenario scenario = federal().given(Facts.operatingLife()).after(resignation("A-2"));
        scenario.after(new AppointPublicServant("public-1", "person:4", null, null, null, null, null, null, null, "Dirección",
                "Reglamento")).when(resignation("A-3")).thenFound("G15-ONE-SIDED");
    }

    @Test
    void aMechanismThatDoesNotOperateYetMayBeOneSided() {
        federal().given(Facts.completeLife()).when(resignation("A-1")).thenNothingFound();
    }

    @Test
    void theFirstFactUnderTheGuidelinesNotesABreachThatTheyBeginToBind() {
        oneSidedCouncil().on(UNDER_THE_GUIDELINES).when(SESSION).thenFound("G15-ONE-SIDED");
    }

    @Test
    void theSecondFactUnderTheGuidelinesDoesNotNoteItAgain() {
        oneSidedCouncil().on(UNDER_THE_GUIDELINES).after(SESSION).when(SESSION).thenNothingFound();
    }

    @Test
    void beforeTheGuidelinesNothingIsNoted() {
        oneSidedCouncil().when(SESSION).thenNothingFound();
    }

    @Test
    void aMunicipalMechanismMayBeOneSided() {
        local().given(Facts.operatingLife()).when(resignation("A-1")).thenNothingFound();
    }

    @Test
    void operationWithoutAHeadIsNotedUntilThereIsOne() {
        List<DomainEvent> headless = Facts.operatingLife().stream().filter(fact -> !fact.equals(Facts.secretary())).toList();
        Scenario scenario = federal().on(BEFORE_THE_GUIDELINES).historical().given(headless).on(UNDER_THE_GUIDELINES);
        scenario.when(SESSION).thenFound("G23-VACANT");
        scenario.when(new AssignTechnicalSecretary("person:5", null, "Dirección", Rank.MANAGING_OFFICER_OR_EQUIVALENT, null))
                .thenNothingFound();
    }

    @Test
    void aDigitalMechanismWithoutAHeadLacksItsCoordination() {
        federal().on(BEFORE_THE_GUIDELINES).given(Facts.proposed(), Facts.determined(Modality.DIGITAL),
                        new OperationBegan(BEFORE_THE_GUIDELINES, null)).on(UNDER_THE_GUIDELINES)
                .when(SESSION).thenFound("G24-VACANT");
    }

    @Test
    void anExistingMechanismIsJudgedFromItsSecondFactOn() {
        federal().historical().given(Facts.existing(Lifecycle.OPERATING)).when(SESSION).thenFound("G23-VACANT");
    }
}
