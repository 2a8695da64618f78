package mx.constancia.command.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Imports over real HTTP on the whole service. */
class ImportIT {

    private static final JsonMapper JSON = new JsonMapper();

    private final TestService service = TestService.shared();
    private final String name = "m" + UUID.randomUUID().toString().substring(0, 8);
    private final String agency = "dependencia-" + name;
    private final String key = UUID.randomUUID().toString();

    @BeforeEach
    void registerTheAgency() {
        assertThat(service.registerAgency(agency).send().status()).isEqualTo(201);
    }

    @Test
    void theLinesOfAStreamAreRecordedInTheirOrder() {
        List<String> lines = new ArrayList<>();
        for (int seat = 0; seat <= 30; seat++) {
            for (String mechanism : List.of("a", "b", "c")) {
                lines.add(seat == 0 ? register(mechanism) : appoint(mechanism, "s" + seat));
            }
        }

        List<JsonNode> answers = send(lines);

        assertThat(answers).hasSize(lines.size() + 1);
        for (int line = 0; line < lines.size(); line++) {
            JsonNode answer = answers.get(line);
            assertThat(answer.get("line").intValue()).isEqualTo(line + 1);
            assertThat(answer.get("outcome").stringValue()).isEqualTo("recorded");
            assertThat(answer.get("version").intValue()).as("its place in its stream").isEqualTo(line / 3 + 1);
        }
        assertThat(positions(answers)).doesNotHaveDuplicates();
        assertThat(summary(answers).get("complete").booleanValue()).isTrue();
        assertThat(summary(answers).get("recorded").intValue()).isEqualTo(lines.size());
    }

    @Test
    void anImportThatIsSentAgainIsKnownAtTheSamePositions() {
        List<String> lines = List.of(register("a"), appoint("a", "s1"), appoint("a", "s1"), appoint("a", "s2"));
        List<JsonNode> first = send(lines);
        long events = service.eventsInTheLog();

        List<JsonNode> second = send(lines);

        assertThat(outcomes(first)).containsExactly("recorded", "recorded", "refused", "recorded");
        assertThat(outcomes(second)).containsExactly("known", "known", "refused", "known");
        assertThat(positions(second)).isEqualTo(positions(first));
        assertThat(service.eventsInTheLog()).isEqualTo(events);
    }

    @Test
    void anImportThatBrokeOffIsFinishedByTheNextSending() throws IOException {
        List<String> lines = new ArrayList<>(List.of(register("a")));
        IntStream.range(0, 200).forEach(seat -> lines.add(appoint("a", "s" + seat)));
        String body = String.join("\n", lines);
        long before = service.eventsInTheLog();
        try (OpenImport broken = new OpenImport(service.address(), officer(), key, body.getBytes().length)) {
            broken.send(body.substring(0, body.length() / 2));
            broken.awaitHead();
            broken.next();
        }
        Awaitility.await().until(() -> service.meter("constancia_imports_active") == 0);

        List<JsonNode> answers = send(lines);

        assertThat(outcomes(answers)).startsWith("known").endsWith("recorded").containsOnly("known", "recorded");
        assertThat(answers.subList(0, lines.size())).extracting(answer -> answer.get("version").intValue())
                .isEqualTo(IntStream.rangeClosed(1, lines.size()).boxed().toList());
        assertThat(service.eventsInTheLog() - before).isEqualTo(lines.size());
    }

    @Test
    void aDryRunJudgesAsTheImportThatFollowsAndRecordsNothing() {
        List<String> lines = List.of(register("a"), appoint("a", "s1"), appoint("a", "s1"), "{", register("a"), appoint("b", "s1"),
                appoint("a", "s2"));
        long events = service.eventsInTheLog();

        List<JsonNode> rehearsed = lines("?dryRun=true", lines, officer(), key);

        assertThat(service.eventsInTheLog()).isEqualTo(events);
        List<JsonNode> recorded = send(lines);
        assertThat(outcomes(recorded)).containsExactly("recorded", "recorded", "refused", "refused", "refused", "refused", "recorded");
        assertThat(outcomes(rehearsed)).isEqualTo(outcomes(recorded).stream().map(o -> o.replace("recorded", "accepted")).toList());
        for (int line = 0; line < lines.size(); line++) {
            assertThat(rehearsed.get(line).get("version")).isEqualTo(recorded.get(line).get("version"));
            assertThat(rehearsed.get(line).get("findings")).isEqualTo(recorded.get(line).get("findings"));
            assertThat(rehearsed.get(line).at("/problem/type")).isEqualTo(recorded.get(line).at("/problem/type"));
        }
        assertThat(outcomes(lines("?dryRun=true", lines, officer(), key))).startsWith("known", "known", "refused").endsWith("known");
    }

    @Test
    void aLineThatIsWrongIsAnsweredAndTheRestGoesOn() {
        List<String> lines = List.of("", "{\"collection\": ", "[]", register("a").replace("register-existing-mechanism", "regster"),
                register("a").replace("\"body\"", "\"content\""), register("A!"), " ".repeat(300_000), register("a") + " {}",
                register("a").replace("ADVISORY", "ADVISER"), register("a"));

        List<JsonNode> answers = send(lines);

        assertThat(answers.subList(0, 9)).extracting(answer -> answer.at("/problem/type").asString()).containsExactly(
                "/problems/invalid-body", "/problems/malformed-json", "/problems/invalid-body", "/problems/unknown-command",
                "/problems/invalid-body", "/problems/invalid-id", "/problems/body-too-large", "/problems/malformed-json",
                "/problems/unknown-code");
        assertThat(outcomes(answers)).endsWith("recorded");
        assertThat(summary(answers).get("complete").booleanValue()).isTrue();
    }

    @Test
    void aRefusedLineHasTheProblemThatTheCommandAloneWouldHave() {
        send(List.of(register("a"), appoint("a", "s1")));

        JsonNode problem = lines("", List.of(appoint("a", "s1")), officer(), "another").getFirst().get("problem");

        JsonNode line = JSON.readTree(appoint("a", "s1"));
        JsonNode alone = service.command("/mechanisms/" + line.get("id").stringValue() + "/appoint-member", officer()).seen(2)
                .body(line.get("body").toString()).send().json();
        for (String member : List.of("type", "title", "status", "detail", "instance", "rule", "errors")) {
            assertThat(problem.get(member)).as(member).isEqualTo(alone.get(member));
        }
    }

    @Test
    void roleAndAgencyHoldForEachLine() {
        send(List.of(register("a")));
        String auditor = service.tokens().token("oic-" + name, agency, "OIC_AUDITOR");
        String foreigner = service.officerOf("otra-" + name);

        assertThat(lines("", List.of(appoint("a", "s1")), auditor, key).getFirst().at("/problem/type").asString())
                .isEqualTo("/problems/role-missing");
        assertThat(lines("", List.of(appoint("a", "s1")), foreigner, key).getFirst().at("/problem/type").asString())
                .isEqualTo("/problems/out-of-scope");
    }

    @Test
    void onRequestNothingIsRecordedAfterTheFirstRefusal() {
        List<String> lines = List.of(register("a"), appoint("a", "s1"), register("b"), appoint("a", "s1"), appoint("a", "s2"), register("c"));

        List<JsonNode> answers = lines("?stopOnRefusal=true", lines, officer(), key);

        assertThat(outcomes(answers)).containsExactly("recorded", "recorded", "recorded", "refused");
        assertThat(summary(answers).get("complete").booleanValue()).isFalse();
        assertThat(summary(answers).get("left").intValue()).isEqualTo(2);
        assertThat(outcomes(send(lines))).containsExactly("known", "known", "known", "refused", "recorded", "recorded");
    }

    @Test
    void aKeyOfALineNamesItWhereverItStands() {
        send(List.of(register("a"), withKey("k-1", appoint("a", "s1"))));

        List<JsonNode> answers = send(List.of(register("a"), appoint("a", "s2"), withKey("k-1", appoint("a", "s1")),
                withKey("k-1", appoint("a", "s3")), withKey("k-2", appoint("a", "s4")), withKey("k-2", appoint("a", "s4"))));

        assertThat(outcomes(answers)).containsExactly("known", "recorded", "known", "refused", "recorded", "known");
        assertThat(answers.get(3).at("/problem/type").asString()).isEqualTo("/problems/idempotency-key-reused");
    }

    @Test
    void anImportWithoutKeyOrInAnotherFormIsRefusedWhole() {
        Request whole = request(officer(), key).body(register("a"));

        assertThat(whole.without("Idempotency-Key").send().status()).isEqualTo(400);
        assertThat(request(officer(), key).body(register("a")).with("Content-Type", "application/json").send().status()).isEqualTo(415);
        assertThat(request(officer(), key).body(register("a")).without("Authorization").send().status()).isEqualTo(401);
        assertThat(request(officer(), key).body(register("a")).at(service.address(), "/imports?dryRun=perhaps").send().status()).isEqualTo(400);
        assertThat(request(officer(), key).body(register("a")).at(service.address(), "/imports?dry-run=true").send().status()).isEqualTo(400);
    }

    @Test
    void answersComeWhileTheBodyIsStillBeingSent() throws IOException {
        String first = register("a") + "\n";
        String second = appoint("a", "s1");
        try (OpenImport open = new OpenImport(service.address(), officer(), key, (first + second).getBytes().length)) {
            open.send(first);
            open.awaitHead();
            assertThat(open.next().get("outcome").stringValue()).isEqualTo("recorded");

            open.send(second);

            assertThat(open.next().get("version").intValue()).isEqualTo(2);
            assertThat(open.next().at("/summary/complete").booleanValue()).isTrue();
        }
    }

    @Test
    void aClientThatDoesNotReadHoldsUpNobodyElse() throws Exception {
        int lines = 60_000;
        try (OpenImport slow = new OpenImport(service.address(), officer(), key, lines)) {
            Thread sender = Thread.ofVirtual().start(() -> {
                try {
                    slow.send("\n".repeat(lines));
                } catch (IOException e) {
                    throw new IllegalStateException(e);
                }
            });

            assertThat(lines("", List.of(register("b"), appoint("b", "s1")), officer(), "another")).hasSize(3);
            assertThat(service.meter("constancia_imports_active")).as("it waits for its reader").isEqualTo(1);

            slow.awaitHead();
            for (int line = 1; line <= lines; line++) {
                assertThat(slow.next().get("line").intValue()).isEqualTo(line);
            }
            assertThat(slow.next().at("/summary/refused").intValue()).isEqualTo(lines);
            sender.join();
        }
    }

    private List<JsonNode> send(List<String> lines) {
        return lines("", lines, officer(), key);
    }

    private List<JsonNode> lines(String query, List<String> lines, String token, String importKey) {
        Request.Reply reply = request(token, importKey).at(service.address(), "/imports" + query).body(String.join("\n", lines)).send();
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        return reply.body().lines().map(JSON::readTree).toList();
    }

    private Request request(String token, String importKey) {
        return service.command("/imports", token).with("Content-Type", "application/x-ndjson").key(importKey);
    }

    private String officer() {
        return service.officerOf(agency);
    }

    private String register(String mechanism) {
        return line(mechanism, "register-existing-mechanism", """
                {"occurredOn": "2019-05-02", "recordMode": "HISTORICAL", "name": "Consejo", "mechanismType": "ADVISORY",
                 "modality": "FACE_TO_FACE", "incidenceLevels": ["DIALOGUE"], "coverage": {"scope": "NATIONAL"}, "lifecycle": "OPERATING"}""");
    }

    private String appoint(String mechanism, String seat) {
        return line(mechanism, "appoint-member", """
                {"occurredOn": "2019-06-03", "recordMode": "HISTORICAL", "seatId": "%1$s", "personRef": "person:%1$s",
                 "sector": "ACADEMIC", "entryRoute": "ELECTED_BY_CONSTITUENCY", "noLabourRelation": true}""".formatted(seat));
    }

    private String line(String mechanism, String command, String body) {
        return """
                {"collection": "mechanisms", "id": "%s-%s", "command": "%s", "body": %s}"""
                .formatted(name, mechanism, command, body.replace("\n", " "));
    }

    private static String withKey(String own, String line) {
        return line.substring(0, line.length() - 1) + ", \"key\": \"" + own + "\"}";
    }

    private static List<String> outcomes(List<JsonNode> answers) {
        return answers.stream().filter(answer -> answer.has("outcome")).map(answer -> answer.get("outcome").stringValue()).toList();
    }

    private static List<Long> positions(List<JsonNode> answers) {
        return answers.stream().filter(answer -> answer.has("position")).map(answer -> answer.get("position").longValue()).toList();
    }

    private static JsonNode summary(List<JsonNode> answers) {
        return answers.getLast().get("summary");
    }
}
