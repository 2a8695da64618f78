package mx.constancia.query.past;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import mx.constancia.query.History;
import mx.constancia.query.RunningQueryService;
import mx.constancia.query.RunningQueryService.Answer;
import mx.constancia.testing.TestTokens;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;

/** A mechanism with a fact that was recorded late, and its agency, asked about by every clock over HTTP. */
class MomentsIT {

    /** All is recorded on 5 January 2026, one second after the other. */
    private static final History LOG = new History().agency("segob")
            .on(LocalDate.of(2020, 1, 10)).proposed("consejo", "segob", "Consejo")
            .on(LocalDate.of(2020, 2, 10)).determined("consejo", "segob")
            .on(LocalDate.of(2020, 3, 10)).appointed("consejo", "segob", "A-1")
            .on(LocalDate.of(2020, 5, 10)).separated("consejo", "segob", "A-1")
            .on(LocalDate.of(2020, 4, 10)).invited("consejo", "segob", "I-1");
    private static final long HEAD = LOG.last().position();

    private static RunningQueryService service;

    @BeforeAll
    static void theLogIsProjected() {
        service = RunningQueryService.showing(LOG.events());
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void whatHadHappenedByADateCountsWheneverItWasRecorded() {
        JsonNode april = state("happenedBy=2020-04-30");

        assertThat(april.at("/appointments/0/active").asBoolean()).isTrue();
        assertThat(april.at("/invitations").size()).isEqualTo(1);
        assertThat(state("happenedBy=2020-04-09").at("/invitations").size()).isZero();
    }

    @Test
    void whatWasKnownOfWhatHadHappenedTakesBothClocks() {
        assertThat(state("happenedBy=2020-04-30&atVersion=4").at("/invitations").size()).isZero();
        assertThat(state("happenedBy=2020-04-30&atPosition=5").at("/invitations").size()).isEqualTo(1);
        assertThat(state("happenedBy=2020-04-30&asOf=" + History.BEGAN.plusSeconds(4)).at("/invitations").size()).isZero();
        assertThat(state("happenedBy=2020-02-28&knownBy=2026-01-05").at("/version").asLong()).isEqualTo(2);
    }

    @Test
    void whatWasKnownByADayIsWhatWasRecordedUntilItsEndWhereTheAgencyIs() {
        assertThat(state("knownBy=2026-01-05").at("/version").asLong()).isEqualTo(5);
        assertProblem(get("knownBy=2026-01-04"), 404, "before-the-beginning");
    }

    @Test
    void theEntityTagTellsWhichEventsCount() {
        assertThat(get("atVersion=3").header("etag")).isEqualTo("\"3\"");
        assertThat(get("happenedBy=2020-04-30").header("etag")).isEqualTo("\"5-2020-04-30\"");
    }

    @Test
    void aMomentThatCannotBeAnsweredIsRefusedWithTheParameter() {
        assertProblem(get("knownBy=2026-01-05&atVersion=3"), 400, "ambiguous-moment");
        assertProblem(get("happenedBy=2999-01-01"), 400, "future-moment");
        assertProblem(get("knownBy=2999-01-01"), 400, "future-moment");
        assertProblem(get("happenedBy=2020-01-09"), 404, "before-the-beginning");
        Answer notADate = get("happenedBy=10/01/2020");
        assertProblem(notADate, 400, "invalid-parameter");
        assertThat(notADate.body().at("/parameter").asString()).isEqualTo("happenedBy");
    }

    @Test
    void aComparisonNamesTheEventBehindEachField() {
        JsonNode diff = diff("from.atVersion=3&to.atVersion=4");

        assertThat(diff.at("/from/version").asLong()).isEqualTo(3);
        assertThat(diff.at("/to/position").asLong()).isEqualTo(4);
        assertThat(diff.at("/changes").size()).isEqualTo(1);
        JsonNode change = diff.at("/changes/0");
        assertThat(change.at("/undone").asBoolean()).isFalse();
        assertThat(change.at("/event/type").asString()).isEqualTo("mechanism.member-separated.v1");
        assertThat(change.at("/event/actor/userId").asString()).isEqualTo("user-1");
        assertThat(change.at("/event/legalBasis/0/article").asString()).isEqualTo("G-12");
        assertThat(change.at("/event/occurredOn").asString()).isEqualTo("2020-05-10");
        assertThat(change.at("/event/recordedAt").asString()).startsWith("2026-01-05T");
        assertThat(paths(change)).contains("/appointments/A-1/separatedOn", "/appointments/A-1/cause").doesNotContain("/appointments/A-1/seatId");
    }

    @Test
    void theRestrictedPartBehindADifferenceIsShownToWhoMaySeeItOnly() {
        String path = "/mechanisms/consejo/diff?from.atVersion=3&to.atVersion=4";
        JsonNode open = service.get(path).body();
        JsonNode inside = service.getAs(TestTokens.shared().token("u", "segob", "OIC_AUDITOR"), path).body();

        assertThat(open.at("/changes/0/event/restrictedPart").asString()).isEqualTo("WITHHELD");
        assertThat(open.toString()).doesNotContain("motivos personales");
        assertThat(inside.at("/changes/0/event/restricted/reason").asString()).isEqualTo("motivos personales");
    }

    @Test
    void aComparisonWithoutMomentsIsFromTheBeginningToNow() {
        JsonNode diff = diff("");

        assertThat(diff.at("/from").toString()).isEqualTo("{\"version\":0}");
        assertThat(diff.at("/to/version").asLong()).isEqualTo(5);
        assertThat(diff.at("/changes").size()).isEqualTo(5);
    }

    @Test
    void onTheWayBackTheEventsAreMarkedAsUndone() {
        JsonNode back = diff("from.atVersion=4&to.atVersion=3");

        assertThat(back.at("/changes/0/undone").asBoolean()).isTrue();
        assertThat(back.at("/changes/0/event/version").asLong()).isEqualTo(4);
    }

    @Test
    void whatWasRecordedLateIsBehindTheDifferenceOfTwoRecordingsOfOneLegalDate() {
        JsonNode diff = diff("from.happenedBy=2020-04-30&from.atVersion=4&to.happenedBy=2020-04-30");

        assertThat(diff.at("/changes").size()).isEqualTo(1);
        assertThat(diff.at("/changes/0/event/version").asLong()).isEqualTo(5);
        assertThat(paths(diff.at("/changes/0"))).contains("/invitations/I-1/seatId");
    }

    @Test
    void aComparisonThatMakesNoSenseIsRefused() {
        assertProblem(service.get("/mechanisms/consejo/diff?from.atVersion=1&from.knownBy=2026-01-05"), 400, "ambiguous-moment");
        assertProblem(service.get("/mechanisms/consejo/diff?to.atVersion=9"), 404, "beyond-the-head");
        assertProblem(service.get("/mechanisms/consejo/diff?to.happenedBy=2020-01-01"), 404, "before-the-beginning");
        assertProblem(service.get("/mechanisms/consejo/diff?desde=1"), 400, "invalid-parameter");
        Answer bad = service.get("/mechanisms/consejo/diff?from.atVersion=first");
        assertProblem(bad, 400, "invalid-parameter");
        assertThat(bad.body().at("/parameter").asString()).isEqualTo("from.atVersion");
        assertProblem(service.get("/mechanisms/nada/diff"), 404, "unknown-mechanism");
    }

    @Test
    void anAgencyIsAskedAboutByTheSameClocks() {
        for (String moment : List.of("atPosition=0", "atVersion=1", "asOf=" + History.BEGAN, "happenedBy=2026-01-05", "knownBy=2026-01-05")) {
            Answer then = service.get("/agencies/segob?" + moment);
            assertThat(then.status()).as(moment).isEqualTo(200);
            assertThat(then.body()).isEqualTo(service.get("/agencies/segob").body());
        }
        assertThat(service.get("/agencies/segob?atVersion=1").header("etag")).isEqualTo("\"1\"");
        assertThat(service.get("/agencies/segob?happenedBy=2026-01-05").header("etag")).isEqualTo("\"1-2026-01-05\"");
        Answer before = service.get("/agencies/segob?happenedBy=2026-01-04");
        assertProblem(before, 404, "before-the-beginning");
        assertThat(before.body().at("/firstOccurredOn").asString()).isEqualTo("2026-01-05");
        assertProblem(service.get("/agencies/segob?asOf=" + History.BEGAN.minusSeconds(1)), 404, "before-the-beginning");
        assertProblem(service.get("/agencies/segob?atVersion=2"), 404, "beyond-the-head");
        assertProblem(service.get("/agencies/segob?atVersion=1&atPosition=0"), 400, "ambiguous-moment");
        assertProblem(service.get("/agencies/nada?atVersion=1"), 404, "unknown-agency");
    }

    @Test
    void aComparisonOfAnAgencyNamesTheEventBehindEachField() {
        JsonNode diff = service.get("/agencies/segob/diff").body();

        assertThat(diff.at("/from").toString()).isEqualTo("{\"version\":0}");
        assertThat(diff.at("/to").toString()).isEqualTo("{\"version\":1,\"position\":0}");
        assertThat(diff.at("/changes/0/event/type").asString()).isEqualTo("agency.agency-registered.v1");
        assertThat(paths(diff.at("/changes/0"))).contains("/name", "/kind", "/timeZone");
        assertThat(service.get("/agencies/segob/diff?from.atVersion=1&to.atPosition=" + HEAD).body().at("/changes").isEmpty()).isTrue();
        assertProblem(service.get("/agencies/segob/diff?to.happenedBy=2026-01-04"), 404, "before-the-beginning");
        assertProblem(service.get("/agencies/nada/diff"), 404, "unknown-agency");
    }

    private static JsonNode state(String moment) {
        Answer answer = get(moment);
        assertThat(answer.status()).isEqualTo(200);
        return answer.body();
    }

    private static Answer get(String moment) {
        return service.get("/mechanisms/consejo?" + moment);
    }

    private static JsonNode diff(String moments) {
        Answer answer = service.get("/mechanisms/consejo/diff" + (moments.isEmpty() ? "" : "?" + moments));
        assertThat(answer.status()).isEqualTo(200);
        return answer.body();
    }

    private static List<String> paths(JsonNode change) {
        List<String> paths = new ArrayList<>();
        change.at("/fields").forEach(field -> paths.add(field.at("/path").asString()));
        return paths;
    }

    private static void assertProblem(Answer answer, int status, String type) {
        assertThat(answer.body().at("/type").asString()).isEqualTo("/problems/" + type);
        assertThat(answer.status()).isEqualTo(status);
    }
}
