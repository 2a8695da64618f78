package mx.constancia.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.io.StringReader;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import mx.constancia.events.StreamId;
import mx.constancia.events.mechanism.MemberAppointed;
import mx.constancia.events.mechanism.SessionHeld;
import mx.constancia.query.RunningQueryService.Answer;
import mx.constancia.testing.Parts;
import mx.constancia.testing.TestTokens;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;

/** The boards over HTTP, on a log with three mechanisms of two agencies and one person who is in two of them. */
class BoardsIT {

    private static final History LOG = new History().agency("segob").agency("salud")
            .proposed("consejo", "segob", "Consejo Ágil")
            .proposed("comite", "salud", "comité de Salud")
            .determined("consejo", "segob")
            .called("consejo", "segob", "C-1")
            .invited("consejo", "segob", "I-1")
            .appointed("consejo", "segob", "A-1")
            .appointed("consejo", "segob", "A-2")
            .separated("consejo", "segob", "A-1")
            .session("consejo", "segob", "S-1")
            .appointed("comite", "salud", "A-2")
            .record(StreamId.ofMechanism("comite"), "salud", LocalDate.of(2025, 12, 1), held("S-7", "A-2"))
            .record(StreamId.ofMechanism("comite"), "salud", LocalDate.of(2025, 3, 1), held("S-8", "A-2"))
            .record(StreamId.ofMechanism("comite"), "salud", LocalDate.of(2026, 1, 1), formula());

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
    void theTimelineAcrossMechanismsTellsEveryFactInTheOrderOfTheLog() {
        Answer answer = service.get("/timeline?limit=200");

        assertThat(longs(answer, "position")).containsExactlyElementsOf(LongStream.rangeClosed(0, LOG.last().position()).boxed().toList());
        assertThat(answer.body().at("/items/0/stream").asString()).isEqualTo("agency-segob");
        assertThat(answer.body().at("/items/5/title/es").asString()).isEqualTo("Convocatoria abierta");
        assertThat(answer.body().at("/items/5/data/callId").asString()).isEqualTo("C-1");
        assertThat(answer.body().at("/items/5/labels/GOB_MX_PARTICIPA").asString()).isEqualTo("gob.mx/participa");
    }

    @Test
    void theTimelineIsFilteredByEverythingThatAControlOrganAsksFor() {
        assertThat(longs(service.get("/timeline?agency=salud"), "position")).containsExactly(1L, 3L, 12L, 13L, 14L, 15L);
        assertThat(longs(service.get("/agencies/salud/timeline"), "position")).containsExactly(1L, 3L, 12L, 13L, 14L, 15L);
        assertThat(longs(service.get("/timeline?mechanism=comite"), "position")).containsExactly(3L, 12L, 13L, 14L, 15L);
        assertThat(longs(service.get("/timeline?type=mechanism.call-opened.v1"), "position")).containsExactly(5L);
        assertThat(longs(service.get("/timeline?finding=G15-ONE-SIDED"), "position")).containsExactly(4L, 12L);
        assertThat(longs(service.get("/timeline?rule=G-12&actor=user-1&recordMode=LIVE&agency=segob&mechanism=consejo&limit=2"), "position"))
                .containsExactly(2L, 4L);
        assertThat(longs(service.get("/timeline?rule=G-99"), "position")).isEmpty();
        assertThat(longs(service.get("/timeline?occurredFrom=2025-03-01&occurredTo=2026-01-01"), "position")).containsExactly(13L, 14L, 15L);
        assertThat(longs(service.get("/timeline?recordedFrom=" + History.BEGAN.plusSeconds(4) + "&recordedTo=" + History.BEGAN.plusSeconds(6)),
                "position")).containsExactly(4L, 5L, 6L);
        assertThat(longs(service.get("/timeline?sort=occurredOn&limit=3"), "position")).containsExactly(14L, 13L, 15L);
        assertThat(longs(service.get("/timeline?order=desc&limit=3"), "position")).containsExactly(15L, 14L, 13L);
    }

    @Test
    void aPersonsTimelineRunsAcrossMechanismsAndIncludesWhatItsSeatDid() {
        assertThat(longs(service.get("/persons/person-A-2/timeline"), "position")).containsExactly(8L, 12L, 13L, 14L);
        assertThat(longs(service.get("/persons/person-A-1/timeline"), "position")).containsExactly(7L, 9L);
    }

    @Test
    void whomOnlyARestrictedPartNamesIsFoundByTheAgencysOwnControlOrganOnly() {
        TestTokens tokens = TestTokens.shared();
        String path = "/persons/person-I-1/timeline";

        assertThat(longs(service.getAs(tokens.token("u", "segob", "OIC_AUDITOR"), path), "position")).containsExactly(6L);
        for (Answer outsider : List.of(service.get(path), service.getAs(tokens.token("u", "salud", "OIC_AUDITOR"), path),
                service.getAs(tokens.token("u", "segob", "UDP"), path))) {
            assertThat(outsider.body().toString()).isEqualTo(service.get("/persons/nobody/timeline").body().toString());
        }
    }

    @Test
    void restrictedPartsAreShownToTheAgencysOwnControlOrganOnly() {
        TestTokens tokens = TestTokens.shared();
        String path = "/timeline?type=mechanism.direct-invitation-issued.v1";

        assertThat(service.getAs(tokens.token("u", "segob", "OIC_AUDITOR"), path).body().at("/items/0/restricted/personRef").asString())
                .isEqualTo("person-I-1");
        for (Answer outsider : List.of(service.get(path), service.getAs(tokens.token("u", "salud", "OIC_AUDITOR"), path))) {
            assertThat(outsider.body().at("/items/0/restrictedPart").asString()).isEqualTo("WITHHELD");
            assertThat(outsider.body().toString()).doesNotContain("person-I-1").doesNotContain("Trayectoria");
        }
        assertThat(String.join("", csv(path + "&format=csv").getFirst().values())).doesNotContain("person-I-1").contains("true");
    }

    @Test
    void findingsAreListedWithTheirRuleAndFact() {
        JsonNode items = service.get("/findings").body().at("/items");

        assertThat(longs(service.get("/findings"), "position")).containsExactly(4L, 12L);
        assertThat(items.at("/0/finding").asString()).isEqualTo("G15-ONE-SIDED");
        assertThat(items.at("/0/rule").asString()).isEqualTo("G-15");
        assertThat(items.at("/0/mechanismName").asString()).isEqualTo("Consejo Ágil");
        assertThat(items.at("/0/type/es").asString()).isEqualTo("Consulta");
        assertThat(longs(service.get("/agencies/salud/findings"), "position")).containsExactly(12L);
        assertThat(longs(service.get("/mechanisms/consejo/findings"), "position")).containsExactly(4L);
        assertThat(longs(service.get("/findings?rule=G-15&type=ADVISORY&occurredTo=2026-01-10"), "position")).containsExactly(4L);
        assertThat(longs(service.get("/findings?rule=G-16"), "position")).isEmpty();
    }

    @Test
    void lateRecordingsAreSortedByTheirDelay() {
        assertThat(longs(service.get("/late-recordings"), "position")).containsExactly(14L, 13L);
        assertThat(longs(service.get("/late-recordings"), "delayDays")).containsExactly(310L, 35L);
        assertThat(longs(service.get("/late-recordings?days=0&order=asc"), "delayDays")).containsExactly(4L, 35L, 310L);
        assertThat(longs(service.get("/late-recordings?days=35"), "position")).containsExactly(14L);
    }

    @Test
    void aPersonsMembershipsAreListedAcrossMechanisms() {
        Answer answer = service.get("/persons/person-A-2/memberships");

        assertThat(texts(answer, "mechanism")).containsExactly("comite", "consejo");
        assertThat(answer.body().at("/items/0/sector/es").asString()).isEqualTo("Academia");
        assertThat(texts(service.get("/memberships?agency=segob&active=true"), "appointmentId")).containsExactly("A-2");
        assertThat(texts(service.get("/memberships?mechanism=consejo&on=2026-02-28"), "appointmentId")).containsExactly("A-1", "A-2");
        assertThat(texts(service.get("/memberships?mechanism=consejo&on=2026-03-01"), "appointmentId")).containsExactly("A-2");
        assertThat(texts(service.get("/memberships?mechanism=consejo&on=2026-02-19"), "appointmentId")).isEmpty();
        assertThat(texts(service.get("/memberships?cause=EXPRESS_RESIGNATION"), "appointmentId")).containsExactly("A-1");
    }

    @Test
    void callsAreListedByTheirStateOnADate() {
        for (String[] expected : new String[][] {{"2026-01-09", "SCHEDULED"}, {"2026-02-10", "OPEN"}, {"2026-02-11", "EXPIRED"}}) {
            for (String state : List.of("SCHEDULED", "OPEN", "EXPIRED", "CLOSED", "VOID")) {
                Answer answer = service.get("/calls?on=" + expected[0] + "&state=" + state);
                assertThat(texts(answer, "state/code")).isEqualTo(state.equals(expected[1]) ? List.of(state) : List.of());
            }
        }
        JsonNode call = service.get("/mechanisms/consejo/calls").body().at("/items/0");
        assertThat(call.at("/callId").asString()).isEqualTo("C-1");
        assertThat(call.at("/seats").asInt()).isEqualTo(2);
        assertThat(call.at("/sectors/0/es").asString()).isEqualTo("Academia");
        assertThat(texts(service.get("/calls?agency=salud"), "callId")).isEmpty();
    }

    @Test
    void sessionsAreListedByTheirStateOnADate() {
        assertThat(texts(service.get("/sessions?on=2025-06-01&state=HELD"), "sessionId")).containsExactly("S-8");
        assertThat(texts(service.get("/sessions?on=2026-01-01&state=CONVENED&agency=segob"), "sessionId")).containsExactly("S-1");
        assertThat(texts(service.get("/sessions?sort=date&agency=salud"), "heldOn")).containsExactly("2025-12-01", "2025-03-01");
        assertThat(texts(service.get("/sessions?dateFrom=2025-12-01&dateTo=2025-12-31"), "sessionId")).containsExactly("S-7");
        assertThat(service.get("/mechanisms/comite/sessions").body().at("/items/0/state/es").asString()).isEqualTo("Celebrada");
    }

    @Test
    void whoHeldWhichSeatIsAskedForADateAndForWhatWasKnown() {
        JsonNode then = service.get("/mechanisms/consejo/seats?on=2026-02-28").body();
        JsonNode later = service.get("/mechanisms/consejo/seats?on=2026-03-01").body();
        JsonNode known = service.get("/mechanisms/consejo/seats?on=2026-03-01&knownBy=" + History.BEGAN.plusSeconds(8)).body();

        assertThat(then.at("/seats/0/holders/0/publicName").asString()).isEqualTo("Integrante A-1");
        assertThat(later.at("/seats/0/vacant").asBoolean()).isTrue();
        assertThat(known.at("/seats/0/vacant").asBoolean()).isFalse();
        assertThat(known.at("/version").asLong()).isEqualTo(6);
        assertThat(service.get("/mechanisms/consejo/seats/seat-A-1").body().at("/holders/0/cause/es").asString()).isEqualTo("Renuncia expresa");
        assertThat(service.get("/mechanisms/consejo/seats/none").status()).isEqualTo(404);
        assertThat(service.get("/mechanisms/nada/seats").body().at("/type").asString()).isEqualTo("/problems/unknown-mechanism");
        assertThat(service.get("/mechanisms/consejo/seats?knownBy=2999-01-01T00:00:00Z").status()).isEqualTo(400);
    }

    @Test
    void theDirectoryIsSearchedWithoutAccentsAndCase() {
        assertThat(texts(service.get("/directory"), "mechanism")).containsExactly("comite", "consejo");
        assertThat(texts(service.get("/directory?q=AGIL"), "mechanism")).containsExactly("consejo");
        assertThat(texts(service.get("/directory?q=comit%C3%A9+sal"), "mechanism")).containsExactly("comite");
        assertThat(texts(service.get("/directory?q=asesor"), "mechanism")).containsExactly("consejo");
        assertThat(texts(service.get("/directory?q=omite"), "mechanism")).isEmpty();
        assertThat(texts(service.get("/directory?type=ADVISORY&modality=FACE_TO_FACE&coverage=NATIONAL&agency=segob"), "mechanism"))
                .containsExactly("consejo");
        JsonNode consejo = service.get("/directory?q=agil").body().at("/items/0");
        assertThat(consejo.at("/agencyName").asString()).isEqualTo("Secretaría segob");
        assertThat(consejo.at("/mechanismName").asString()).isEqualTo("Consejo Ágil");
        assertThat(consejo.at("/mechanismType/es").asString()).isEqualTo("Consulta");
        assertThat(consejo.at("/modality/es").asString()).isEqualTo("Presencial");
        assertThat(consejo.at("/legalFramework/0").asString()).isEqualTo("Acuerdo");
        assertThat(consejo.at("/memberNames").toString()).isEqualTo("[\"Integrante A-2\"]");
        assertThat(consejo.at("/purpose").asString()).isEqualTo("Asesorar");
        assertRefused("/directory?q=...", "q");
        assertRefused("/directory?modality=HYBRID", "modality");
    }

    @Test
    void totalsAreMadeByWhatIsAskedFor() {
        Answer byAgency = service.get("/totals?by=agency,year");

        assertThat(byAgency.body().at("/number").asLong()).isEqualTo(LOG.events().size());
        assertThat(rows(byAgency)).containsExactlyInAnyOrder("salud 2025 2", "salud 2026 4", "segob 2026 10");
        assertThat(rows(service.get("/totals?by=type&event=mechanism.member-appointed.v1"))).containsExactlyInAnyOrder("{\"code\":\"ADVISORY\",\"es\":\"Consulta\"} 2", "2");
        assertThat(rows(service.get("/totals?by=sector&sector=ACADEMIC"))).containsExactly("{\"code\":\"ACADEMIC\",\"es\":\"Academia\"} 6");
        assertThat(rows(service.get("/totals?by=finding,agency"))).containsExactlyInAnyOrder("G15-ONE-SIDED salud 1", "G15-ONE-SIDED segob 1");
        assertThat(rows(service.get("/totals?by=month&period=2025"))).containsExactly("2025-03 1", "2025-12 1");
        assertThat(rows(service.get("/totals?by=agency&count=FINDINGS&type=ADVISORY"))).containsExactly("segob 1");
        assertThat(csv("/totals?by=agency,year&format=csv&agency=segob").getFirst()).containsEntry("agency", "segob").containsEntry("number", "10");
        assertRefused("/totals?by=agency,agency", "by");
        assertRefused("/totals?by=colour", "by");
        assertRefused("/totals", "by");
        assertRefused("/totals?by=finding&count=EVENTS", "count");
        assertRefused("/totals?by=agency&period=2025/2024", "period");
        assertRefused("/totals?by=agency&sector=MARTIAN", "sector");
    }

    private static List<String> rows(Answer totals) {
        List<String> rows = new ArrayList<>();
        totals.body().at("/rows").forEach(row -> rows.add(row.properties().stream()
                .map(member -> member.getValue().isString() ? member.getValue().asString() : member.getValue().toString())
                .collect(Collectors.joining(" "))));
        return rows;
    }

    @Test
    void aListIsExportedWholeAsCsvWithAHeaderAndSafeCells() {
        HttpResponse<Stream<String>> answer = service.lines("/memberships?mechanism=comite", "Accept", "text/csv");

        assertThat(answer.headers().firstValue("content-type").orElseThrow()).isEqualTo("text/csv;header=present;charset=UTF-8");
        assertThat(answer.headers().firstValue("content-disposition").orElseThrow())
                .matches("attachment; filename=\"constancia-memberships-\\d{4}-\\d\\d-\\d\\d\\.csv\"");
        List<Map<String, String>> lines = csv("/memberships?format=csv&sort=id&mechanism=comite");
        assertThat(lines).extracting(line -> line.get("appointmentId")).containsExactly("A-2", "A-9");
        assertThat(lines.getLast()).containsEntry("publicName", "'=HYPERLINK(\"x\"), \nnombre").containsEntry("representedBody", "'@cmd")
                .containsEntry("sector", "ACADEMIC").containsEntry("sector_es", "Academia").containsEntry("active", "true");
    }

    @Test
    void aListIsExportedWholeAsJson() {
        Answer answer = service.get("/findings?format=json");

        assertThat(answer.header("content-disposition")).contains(".json");
        assertThat(answer.body().isArray()).isTrue();
        assertThat(answer.body().at("/1/position").asLong()).isEqualTo(12);
    }

    @Test
    void theMechanismsTheAgenciesAndTheMembersOfAMechanismAreExportedAsTheyAreListed() {
        for (String path : List.of("/mechanisms", "/agencies", "/mechanisms/comite/appointments")) {
            assertThat(service.get(path + "?format=json").body()).isEqualTo(service.get(path).body().at("/items")).isNotEmpty();
        }
        assertThat(csv("/mechanisms?format=csv&sort=name&order=desc")).extracting(line -> line.get("name"))
                .containsExactly("Consejo Ágil", "comité de Salud");
        assertThat(csv("/mechanisms?format=csv&agency=segob").getFirst()).containsEntry("id", "consejo").containsEntry("version", "9")
                .containsEntry("lifecycle", "FORMING").containsEntry("lifecycle_es", "En conformación").containsEntry("activeMembers", "1");
        assertThat(csv("/agencies?format=csv")).extracting(line -> line.get("id"), line -> line.get("name"), line -> line.get("kind"))
                .containsExactly(tuple("salud", "Secretaría salud", "AGENCY"), tuple("segob", "Secretaría segob", "AGENCY"));
        assertThat(csv("/mechanisms/comite/appointments?format=csv").getLast()).containsEntry("appointmentId", "A-9")
                .containsEntry("representedBody", "'@cmd");
        assertThat(csv("/mechanisms/consejo/appointments?format=csv&active=false")).extracting(line -> line.get("appointmentId")).containsExactly("A-1");
    }

    @Test
    void theSeatsOfAMechanismAreAFileWithALineForEachHolderAndForEachVacantSeat() {
        assertThat(csv("/mechanisms/consejo/seats?on=2026-03-01&format=csv"))
                .extracting(line -> line.get("seat"), line -> line.get("vacant"), line -> line.get("person"), line -> line.get("tenure_es"))
                .containsExactly(tuple("seat-A-1", "true", "", ""), tuple("seat-A-2", "false", "person-A-2", "Titular"));
        assertThat(csv("/mechanisms/consejo/seats/seat-A-1?format=csv").getFirst())
                .containsEntry("mechanismName", "Consejo Ágil").containsEntry("separatedOn", "2026-03-01").containsEntry("active", "false");
        assertThat(service.bytes("/mechanisms/consejo/seats?format=csv").headers().firstValue("content-disposition").orElseThrow())
                .contains("constancia-seats-", ".csv");
        assertRefused("/mechanisms/consejo/seats?format=xml", "format");
    }

    @Test
    void pagesStayRightWhileTheLogGrows() {
        History log = new History().agency("archivo").proposed("archivo", "archivo", "Archivo");
        Topic growing = Topic.create(Parts.kafka().bootstrapServers(), Parts.kafka().newPrefix() + "growing");
        try (growing; RunningQueryService own = RunningQueryService.start(
                Parts.kafka().bootstrapServers(), Parts.mongo().newDatabaseUri(), growing.name(), "--constancia.http.min-position-wait=30s")) {
            for (int session = 0; session < 40; session++) {
                log.session("archivo", "archivo", "S-" + session);
            }
            growing.send(log.events());
            own.get("/timeline?limit=1&min-position=" + log.last().position());
            long before = log.last().position();
            List<Long> byPosition = new ArrayList<>();
            List<Long> byDate = new ArrayList<>();
            String positionPath = "/timeline?limit=13";
            String datePath = "/timeline?limit=13&sort=occurredOn";
            Answer position = own.get(positionPath);
            Answer date = own.get(datePath);
            byPosition.addAll(longs(position, "position"));
            byDate.addAll(longs(date, "position"));
            while (position.body().has("next") || date.body().has("next")) {
                // Of an earlier day than everything before: it would belong on the first page.
                log.record(StreamId.ofMechanism("archivo"), "archivo", LocalDate.of(2020, 1, 1), held("S-late-" + log.events().size(), "A-1"));
                growing.send(List.of(log.last()));
                String visible = "&min-position=" + log.last().position();
                if (position.body().has("next")) {
                    String path = positionPath + "&cursor=" + position.body().at("/next").asString();
                    assertThat(longs(own.get(path), "position")).isSubsetOf(longs(own.get(path + visible), "position"));
                    position = own.get(path);
                    byPosition.addAll(longs(position, "position"));
                }
                if (date.body().has("next")) {
                    date = own.get(datePath + visible + "&cursor=" + date.body().at("/next").asString());
                    byDate.addAll(longs(date, "position"));
                }
            }

            assertThat(byPosition).containsExactlyElementsOf(LongStream.range(0, byPosition.size()).boxed().toList()).contains(before + 1);
            assertThat(byDate).containsExactlyInAnyOrderElementsOf(LongStream.rangeClosed(0, before).boxed().toList());
        }
    }

    @Test
    void whatMakesNoSenseIsAnsweredWithTheParameterAndWhatItTakes() {
        assertRefused("/timeline?agencia=segob", "agencia");
        assertRefused("/timeline?type=mechanism.call-opened.v9", "type");
        assertRefused("/timeline?limit=0", "limit");
        assertRefused("/timeline?limit=1000000", "limit");
        assertRefused("/timeline?sort=name", "sort");
        assertRefused("/timeline?order=up", "order");
        assertRefused("/timeline?format=xml", "format");
        assertRefused("/timeline?format=csv&limit=3", "limit");
        assertRefused("/timeline?occurredFrom=01/03/2026", "occurredFrom");
        assertRefused("/timeline?occurredFrom=2026-03-02&occurredTo=2026-03-01", "occurredFrom");
        assertRefused("/timeline?recordedTo=2026-03-02", "recordedTo");
        assertRefused("/timeline?agency=segob&agency=salud", "agency");
        assertRefused("/agencies/segob/timeline?agency=salud", "agency");
        assertRefused("/late-recordings?days=-1", "days");
        assertRefused("/memberships?sector=MARTIAN", "sector");
        assertRefused("/memberships?active=maybe", "active");
        assertThat(service.get("/memberships?sector=MARTIAN").body().at("/accepted").toString()).contains("ACADEMIC", "CITIZEN");
        assertThat(service.get("/timeline?cursor=x").body().at("/type").asString()).isEqualTo("/problems/invalid-cursor");
        String cursor = service.get("/timeline?limit=1").body().at("/next").asString();
        assertThat(service.get("/timeline?order=desc&cursor=" + cursor).body().at("/type").asString()).isEqualTo("/problems/invalid-cursor");
        assertThat(service.get("/agencies/nada/timeline").body().at("/type").asString()).isEqualTo("/problems/unknown-agency");
        assertThat(service.get("/mechanisms/nada/findings").body().at("/type").asString()).isEqualTo("/problems/unknown-mechanism");
    }

    private static void assertRefused(String path, String parameter) {
        Answer answer = service.get(path);
        assertThat(answer.status()).as(path).isEqualTo(400);
        assertThat(answer.body().at("/type").asString()).isEqualTo("/problems/invalid-parameter");
        assertThat(answer.body().at("/parameter").asString()).isEqualTo(parameter);
    }

    private static List<Map<String, String>> csv(String path) {
        String text = service.lines(path).body().collect(Collectors.joining("\n"));
        try (var parser = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get().parse(new StringReader(text))) {
            return parser.stream().map(CSVRecord::toMap).toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Long> longs(Answer list, String member) {
        List<Long> values = new ArrayList<>();
        list.body().at("/items").forEach(line -> values.add(line.at("/" + member).asLong()));
        return values;
    }

    private static List<String> texts(Answer list, String member) {
        List<String> values = new ArrayList<>();
        list.body().at("/items").forEach(line -> values.add(line.at("/" + member).asString()));
        return values;
    }

    private static SessionHeld held(String sessionId, String present) {
        return new SessionHeld(sessionId, "ORDINARY", null, "Sala", List.of(present), List.of(), 1, true, false);
    }

    /** What a spreadsheet would take for formulas. */
    private static MemberAppointed formula() {
        return new MemberAppointed("A-9", "seat-9", "person-9", "=HYPERLINK(\"x\"), \nnombre", "CIVIL_SOCIETY_REPRESENTATIVE", "ACADEMIC",
                null, "@cmd", "MEMBER", "TITULAR", "PUBLIC_CALL", "C-1", null, LocalDate.of(2026, 1, 1), null, "NONE", null, null, true, null);
    }
}
