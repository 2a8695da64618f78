package mx.constancia.query.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;

import mx.constancia.events.StoredEvent;
import mx.constancia.events.entry.LedgerEntry;
import mx.constancia.ledger.merkle.ConsistencyProof;
import mx.constancia.ledger.merkle.Hash;
import mx.constancia.ledger.policy.TrustPolicy;
import mx.constancia.ledger.proof.Receipt;
import mx.constancia.query.History;
import mx.constancia.query.RunningQueryService;
import mx.constancia.query.RunningQueryService.Answer;
import mx.constancia.query.Topic;
import mx.constancia.testing.Parts;
import mx.constancia.testing.TestTokens;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The ledger over HTTP, from topic to receipt. */
class LedgerIT {

    private static final Duration SOON = Duration.ofSeconds(60);

    private final String kafka = Parts.kafka().bootstrapServers();
    private final String mongo = Parts.mongo().newDatabaseUri();
    private final History log = new History().agency("segob").proposed("consejo", "segob", "Consejo").determined("consejo", "segob");
    private final TestLedger ledger = new TestLedger();
    private Topic events;
    private LedgerTopicWriter writer;
    private RunningQueryService service;

    @BeforeEach
    void twoHundredSessionsAreRecordedAndPublishedButNotTheLast() {
        for (int session = 1; session <= 150; session++) {
            log.session("consejo", "segob", "S-" + session);
        }
        events = Topic.create(kafka, Parts.kafka().newPrefix() + "events");
        writer = LedgerTopicWriter.create(kafka, events.name() + ".ledger");
        events.send(log.events());
        writer.publish(List.of(ledger.vkey()));
        writer.publish(ledger.grow(entries(0, 200)));
        writer.giveUp(ledger.rival().grow("given up", 250));
        writer.publish(ledger.grow(entries(200, 302)));
        service = start();
        awaitSize(302);
        assertThat(service.get("/mechanisms/consejo?min-position=302").status()).isEqualTo(200);
    }

    @AfterEach
    void stop() {
        service.close();
        writer.close();
        events.close();
    }

    @Test
    void theLedgerIsServedAsStaticFilesThatAreCachedForEver() {
        var checkpoint = service.bytes("/ledger/checkpoint");
        assertThat(checkpoint.body()).isEqualTo(ledger.checkpoint().value());
        assertThat(checkpoint.headers().firstValue("content-type")).hasValue("text/plain;charset=UTF-8");
        assertThat(checkpoint.headers().firstValue("cache-control")).hasValue("max-age=1, public");
        assertThat(service.bytes("/ledger/vkey").body()).isEqualTo(ledger.vkey().value());

        for (String path : List.of("tile/0/000", "tile/0/001.p/46", "tile/0/001.p/3", "tile/1/000.p/1", "tile/entries/000", "tile/entries/001.p/46")) {
            var file = service.bytes("/ledger/" + path);
            assertThat(file.statusCode()).as(path).isEqualTo(200);
            assertThat(file.headers().firstValue("content-type")).hasValue("application/octet-stream");
            assertThat(file.headers().firstValue("cache-control")).hasValue("max-age=31536000, public, immutable");
        }
        assertThat(service.bytes("/ledger/tile/0/001.p/46").body()).hasSize(46 * Hash.SIZE);
    }

    @Test
    void whatIsNotPublishedOrNotWrittenAsTheSpecificationSaysIsRefused() {
        for (String path : List.of("tile/0/002", "tile/0/001", "tile/0/001.p/47", "tile/2/000.p/1", "tile/entries/001.p/47", "tile/63/999")) {
            assertProblem(service.get("/ledger/" + path), 404, "not-found");
        }
        for (String path : List.of("tile/0/1", "tile/0/0001", "tile/64/000", "tile/00/000", "tile/0/000.p/0", "tile/0/000.p/256", "tile/0/x000/001",
                "tile/data/000", "tile/0/000/", "tile/0", "tile/entries/000.p/1/2")) {
            Answer answer = service.get("/ledger/" + path);
            assertProblem(answer, 400, "invalid-parameter");
            assertThat(answer.body().at("/parameter").asString()).isEqualTo("path");
        }
    }

    @Test
    void anyEventHasAReceiptThatHoldsWithoutAnyServer() {
        TrustPolicy policy = TrustPolicy.of(List.of(ledger.signer().verifierKey()), 0, List.of());
        for (StoredEvent event : List.of(log.events().getFirst(), log.events().get(255), log.events().get(256), log.events().get(301))) {
            var answer = service.bytes("/events/" + event.eventId() + "/receipt");
            assertThat(answer.headers().firstValue("content-type")).hasValue("text/plain;charset=UTF-8");
            assertThat(answer.headers().firstValue("content-disposition"))
                    .hasValue("attachment; filename=\"event-" + event.position() + ".tlog-proof\"");
            Receipt receipt = Receipt.parse(answer.body());

            assertThat(receipt.extraBytes()).isEqualTo(LedgerEntry.of(event).bytes());
            assertThat(receipt.verify(LedgerEntry.of(event).bytes(), policy).checkpoint().size()).isEqualTo(302);
            assertThat(service.bytes("/events/" + event.position() + "/receipt").body()).isEqualTo(answer.body());
        }
    }

    @Test
    void everyEntryOfATimelineAndEveryLineOfTheLogLeadsToItsReceipt() {
        Answer timeline = service.get("/mechanisms/consejo/timeline?limit=2");
        assertThat(timeline.body().at("/items/1/receipt").asString()).isEqualTo("/events/2/receipt");
        assertThat(timeline.header("constancia-published-size")).isEqualTo("302");
        Answer lines = service.get("/events?from=300&limit=3");
        assertThat(lines.body().at("/items/2/receipt").asString()).isEqualTo("/events/302/receipt");
        assertThat(lines.header("constancia-published-size")).isEqualTo("302");
    }

    @Test
    void anEventThatIsRecordedAndNotYetPublishedIsToldFromOneThatIsUnknown() {
        for (String id : List.of("302", "event-302")) {
            Answer answer = service.get("/events/" + id + "/receipt");
            assertProblem(answer, 503, "not-published-yet");
            assertThat(answer.header("retry-after")).isEqualTo("1");
        }
        assertProblem(service.get("/events/303/receipt"), 404, "unknown-event");
        assertProblem(service.get("/events/event-303/receipt"), 404, "unknown-event");
        assertProblem(service.get("/events/01/receipt"), 404, "unknown-event");
        Answer bad = service.get("/events/a%20b/receipt");
        assertProblem(bad, 400, "invalid-parameter");
        assertThat(bad.body().at("/parameter").asString()).isEqualTo("id");

        writer.publish(ledger.grow(entries(302, 303)));
        awaitSize(303);
        assertThat(service.bytes("/events/event-302/receipt").statusCode()).isEqualTo(200);
    }

    @Test
    void thatTheLogOnlyGrewIsProvedBetweenAnyTwoSizes() {
        TestLedger smaller = ledger.rival();
        smaller.grow(entries(0, 200));
        Answer answer = service.get("/ledger/consistency?from=200&to=302");
        List<Hash> hashes = answer.body().at("/hashes").valueStream()
                .map(hash -> Hash.of(Base64.getDecoder().decode(hash.asString()))).toList();

        new ConsistencyProof(200, 302, hashes).verify(smaller.signed().unverified().root(), ledger.signed().unverified().root());
        assertThat(service.get("/ledger/consistency?from=0").body().at("/to").asLong()).isEqualTo(302);
        assertProblem(service.get("/ledger/consistency?from=9&to=8"), 400, "invalid-parameter");
        assertProblem(service.get("/ledger/consistency?from=-1"), 400, "invalid-parameter");
        assertProblem(service.get("/ledger/consistency"), 400, "invalid-parameter");
        assertProblem(service.get("/ledger/consistency?from=1&to=303"), 404, "beyond-the-head");
    }

    @Test
    void aForkIsRefusedAndAlarmsEveryNode() {
        try (RunningQueryService second = start()) {
            String operator = TestTokens.shared().token("u", "segob", "OPERATOR");
            TestLedger rival = ledger.rival();
            rival.grow(entries(0, 300));
            writer.publish(rival.grow("rewritten", 10));

            for (RunningQueryService node : List.of(service, second)) {
                await().atMost(SOON).untilAsserted(() ->
                        assertThat(node.getAs(operator, "/actuator/health").body().at("/components/ledger/status").asString()).isEqualTo("DOWN"));
                assertThat(node.getAs(operator, "/actuator/health").body().at("/components/ledger/details/ALTERED").asString())
                        .isEqualTo("position 300: The file tile/entries/001 is not the one that was published");
                assertThat(node.bytes("/ledger/checkpoint").body()).isEqualTo(ledger.checkpoint().value());
            }
            assertThat(service.getAs(operator, "/actuator/metrics/constancia.ledger.served.alarms").body().at("/measurements/0/value").asInt())
                    .isPositive();
            assertThat(service.getAs(operator, "/actuator/metrics/constancia.ledger.served.size").body().at("/measurements/0/value").asInt())
                    .isEqualTo(302);
        }
    }

    @Test
    void aNodeThatStartsGoesOnAndOneWhoseStoreWasEmptiedBeginsAnew() {
        service.close();
        writer.publish(ledger.grow(entries(302, 303)));
        service = start();
        awaitSize(303);

        service.close();
        service = RunningQueryService.start(kafka, Parts.mongo().newDatabaseUri(), events.name());
        awaitSize(303);
    }

    @Test
    void aTopicThatWasCreatedAnewGoesOnWhereItContinuesTheOldOne() throws Exception {
        List<TestLedger.Sent> all = Stream.concat(Stream.of(ledger.vkey()), ledger.rival().grow(entries(0, 303)).stream()).toList();
        writer.recreate();
        writer.publish(all);

        awaitSize(303);
        assertThat(service.get("/actuator/health").body().at("/components/ledger/status").asString()).isEqualTo("UP");
    }

    private RunningQueryService start() {
        return RunningQueryService.start(kafka, mongo, events.name(), "--constancia.http.min-position-wait=30s");
    }

    private List<byte[]> entries(int from, int to) {
        return log.events().subList(from, to).stream().map(event -> LedgerEntry.of(event).bytes()).toList();
    }

    private void awaitSize(long size) {
        await().atMost(SOON).untilAsserted(() -> assertThat(size(service)).isEqualTo(size));
    }

    private static long size(RunningQueryService node) {
        var answer = node.bytes("/ledger/checkpoint");
        return answer.statusCode() == 200 ? Long.parseLong(new String(answer.body(), StandardCharsets.UTF_8).lines().skip(1).findFirst().orElseThrow()) : -1;
    }

    private static void assertProblem(Answer answer, int status, String type) {
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.header("content-type")).startsWith("application/problem+json");
        assertThat(answer.body().at("/type").asString()).isEqualTo("/problems/" + type);
    }
}
