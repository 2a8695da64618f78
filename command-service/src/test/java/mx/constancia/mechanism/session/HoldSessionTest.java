package mx.constancia.mechanism.session;

import static mx.constancia.guidelines.Scenario.federal;
import static mx.constancia.guidelines.Scenario.local;

import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.api.Test;

import mx.constancia.events.mechanism.SessionConvened;
import mx.constancia.events.mechanism.SessionHeld;
import mx.constancia.guidelines.Scenario;
import mx.constancia.mechanism.Facts;
import mx.constancia.vocabulary.SessionKind;

class HoldSessionTest {

    private static final LocalDate DAY = Scenario.DAY;
    private static final SessionConvened CONVENED =
            new SessionConvened("S-1", "FIRST", "1", DAY, "Sala", null, List.of(), List.of(), DAY.minusDays(7), 14);

    private static HoldSession session(String sessionId, SessionKind kind, String... present) {
        return new HoldSession(sessionId, kind, "1", "Sala", List.of(present), null, null, true, null);
    }

    private static HoldSession attended(List<String> present, List<String> remote, Integer attendees) {
        return new HoldSession(null, SessionKind.ORDINARY, null, null, present, remote, attendees, null, null);
    }

    @Test
    void aConvenedSessionIsHeldUnderItsId() {
        federal().given(Facts.organizedLife()).given(CONVENED).when(session("S-1", SessionKind.FIRST, "A-1", "A-2"))
                .thenRecorded(new SessionHeld("S-1", "FIRST", "1", "Sala", List.of("A-1", "A-2"), List.of(), null, true, false))
                .thenNothingFound();
    }

    @Test
    void aSessionThatWasNotConvenedHasTheNextId() {
        federal().given(Facts.operatingLife()).when(attended(List.of("A-1"), List.of("A-2"), 5))
                .thenRecorded(new SessionHeld("S-2", "ORDINARY", null, null, List.of("A-1"), List.of("A-2"), 5, null, false));
    }

    @Test
    void aLiveSessionBeforeTheMechanismIsOrganizedIsRefused() {
        federal().given(Facts.completeLife()).when(session(null, SessionKind.FIRST)).thenRefused("G25-STATE");
        federal().historical().given(Facts.completeLife()).when(session(null, SessionKind.FIRST)).thenFound("G25-STATE");
    }

    @Test
    void aMunicipalMechanismWorksBeforeItIsDetermined() {
        local().given(Facts.proposed()).when(session(null, SessionKind.WORKING)).thenNothingFound();
    }

    @Test
    void aSessionIsHeldOnce() {
        local().given(Facts.operatingLife()).when(session("S-1", SessionKind.ORDINARY))
                .thenRefused("SESSION-ALREADY-HELD", "SESSION-KIND").thenRefusedAt("sessionId", "kind");
    }

    @Test
    void aMechanismHasOneFirstSession() {
        local().given(Facts.operatingLife()).when(session(null, SessionKind.FIRST)).thenRefused("FIRST-SESSION-HELD").asConflict(true);
    }

    @Test
    void aSessionThatTheMechanismDoesNotHaveIsNotHeld() {
        local().given(Facts.operatingLife()).when(session("S-9", SessionKind.ORDINARY)).thenRefused("SESSION-UNKNOWN").asConflict(false);
    }

    @Test
    void aSessionIsOfTheKindForWhichItWasConvened() {
        local().given(Facts.organizedLife()).given(CONVENED).when(session("S-1", SessionKind.ORDINARY)).thenRefused("SESSION-KIND");
    }

    @Test
    void aMemberAttendsOnce() {
        local().given(Facts.operatingLife()).when(attended(List.of("A-1"), List.of("A-1"), null)).thenRefused("ATTENDEE-TWICE");
    }

    @Test
    void theHeadCountIncludesTheMembers() {
        local().given(Facts.operatingLife()).when(attended(List.of("A-1", "A-2"), null, 1)).thenRefused("ATTENDEES-FEWER");
    }

    @Test
    void onlyWhoHoldsASeatOnThatDayAttendsAsAMember() {
        Scenario scenario = local().given(Facts.operatingLife()).given(Facts.separated("A-1", DAY));
        scenario.when(attended(List.of("A-2", "A-1"), List.of("A-7"), null))
                .thenRefused("ATTENDEE-NOT-IN-SEAT", "ATTENDEE-NOT-IN-SEAT").thenRefusedAt("present[1]", "remote[0]");
        scenario.on(DAY.minusDays(1)).when(attended(List.of("A-1"), null, null)).thenNothingFound();
        scenario.on(Facts.START.minusDays(1)).when(attended(List.of("A-2"), null, null)).thenRefused("ATTENDEE-NOT-IN-SEAT");
    }
}
