package mx.constancia.query.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;

import com.mongodb.ConnectionString;
import com.mongodb.ServerAddress;

import mx.constancia.query.Cable;
import mx.constancia.query.History;
import mx.constancia.query.RunningQueryService;
import mx.constancia.query.Topic;
import mx.constancia.query.log.VisibleHead;
import mx.constancia.testing.Parts;
import mx.constancia.testing.TestTokens;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each kind of frame comes as the AsyncAPI document describes it: a {@link LiveClient} refuses every other when it is closed. */
class StreamPayloadsIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final History history = new History().agency("segob").proposed("consejo", "segob", "Consejo").invited("consejo", "segob", "I-1");
    private final ConnectionString mongo = new ConnectionString(Parts.mongo().newDatabaseUri());
    private Cable cable;
    private Topic topic;
    private RunningQueryService service;

    @BeforeEach
    void aServiceHasAnEmptyLog() throws IOException {
        ServerAddress server = new ServerAddress(mongo.getHosts().getFirst());
        cable = new Cable(server.getHost(), server.getPort());
        topic = Topic.create(Parts.kafka().bootstrapServers(), Parts.kafka().newPrefix() + "events");
        service = RunningQueryService.start(Parts.kafka().bootstrapServers(),
                "mongodb://localhost:" + cable.port() + "/" + mongo.getDatabase() + "?directConnection=true", topic.name(),
                "--constancia.store.timeout=500ms", "--constancia.stream.heartbeat=200ms", "--constancia.stream.checkpoint-every=2");
    }

    @AfterEach
    void stop() throws IOException {
        service.close();
        topic.close();
        cable.close();
    }

    @Test
    void everyKindOfFrameIsDescribed() {
        try (LiveClient counters = LiveClient.open(service, "/stream/totals"); LiveClient ofOne = LiveClient.open(service, "/stream/totals?agency=segob")) {
            await().atMost(PATIENCE).until(() -> counters.text().contains("\"events\":0") && ofOne.text().contains("\"events\":0"));
            assertThat(counters.text()).contains("event: totals").doesNotContain("id:", "position");
            topic.send(history.events());
            await().atMost(PATIENCE).until(() -> counters.ids().contains(2L) && ofOne.ids().contains(2L) && counters.lines().contains(": heartbeat"));
        }

        String insider = "Bearer " + TestTokens.shared().token("u", "segob", "OIC_AUDITOR");
        try (LiveClient open = LiveClient.open(service, "/stream?from=0"); LiveClient inside = LiveClient.open(service, "/stream?from=0", "Authorization", insider);
                LiveClient none = LiveClient.open(service, "/stream?from=0&stream=mechanism-none")) {
            await().atMost(PATIENCE).until(() -> open.ids().contains(2L) && inside.ids().contains(2L) && none.ids().contains(1L)
                    && open.lines().contains(": heartbeat"));
            assertThat(open.text()).contains("WITHHELD", "restrictedDigest").doesNotContain("restrictedSalt");
            assertThat(inside.text()).contains("SHOWN", "restrictedSalt");
            assertThat(none.text()).contains("event: checkpoint");
        }
    }

    @Test
    void everyReasonToEndAStreamIsDescribed() {
        topic.send(history.events());
        await().atMost(PATIENCE).ignoreExceptions().until(() -> service.bean(VisibleHead.class).refresh() == 2);
        // Within the allowance for clocks the token is valid; the stream that it opens has no time left.
        String ending = "Bearer " + TestTokens.shared().token(claims -> claims.subject("u").claim("agency", "segob").claim("roles", List.of())
                .issueTime(Date.from(Instant.now().minusSeconds(60))).expirationTime(Date.from(Instant.now().minusSeconds(5))));

        for (String address : List.of("/stream", "/stream/totals")) {
            assertEnds(LiveClient.open(service, address, "Authorization", ending), CutOff.TOKEN_EXPIRED);
        }
        LiveClient open = LiveClient.open(service, "/stream");
        LiveClient counters = LiveClient.open(service, "/stream/totals");
        await().atMost(PATIENCE).until(() -> counters.ids().contains(2L));
        cable.cutAfter(0);
        assertEnds(LiveClient.open(service, "/stream?from=0"), CutOff.VIEWS_UNAVAILABLE);
        cable.mend();
        service.close();
        assertEnds(open, CutOff.CLOSING);
        assertEnds(counters, CutOff.CLOSING);
        assertThat(StreamContract.reasons()).containsExactlyInAnyOrderElementsOf(Arrays.stream(CutOff.values()).map(CutOff::code).toList());
    }

    private static void assertEnds(LiveClient stream, CutOff reason) {
        try (stream) {
            await().atMost(PATIENCE).until(stream::hasEnded);
            assertThat(stream.text()).contains("event: cut-off\ndata: {\"reason\":\"" + reason.code() + "\"}");
        }
    }
}
