package mx.constancia.attacks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;

import mx.constancia.attacks.AttackPage.Noticed;
import mx.constancia.ledger.checkpoint.SignedCheckpoint;
import mx.constancia.ledger.merkle.ConsistencyProof;
import mx.constancia.ledger.tiles.BundleId;
import mx.constancia.ledger.tiles.EntryBundle;
import mx.constancia.ledger.witness.AddCheckpoint;
import mx.constancia.local.HostedService;
import mx.constancia.testing.Parts;
import mx.constancia.testing.TestDatabase;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.bson.types.Binary;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.JsonNode;

/**
 * One installation with thirteen published events, attacked again and again; each attack but the last two is undone, and then
 * everything verifies again.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AttacksIT {

    private static final Duration SOON = Duration.ofMinutes(4);
    private static final String WRITER = "command service, health `ledger`";
    private static final String RELAY = "command service, health `relay`";
    private static final String SERVER = "query service, health `ledger`";
    private static final String LEDGER = "constancia.ledger";
    private static final String EVENTS = "constancia.events";
    private static final String PUBLIC_EVENTS = "constancia.events.public";
    private static final int PARTITIONS = 6;
    private static final String COLUMNS =
            "event_id, stream_id, version, type, recorded_at, envelope, public_part, restricted_part, restricted_digest, restricted_salt";

    @TempDir
    private static Path directory;
    private static Key key;
    private static WitnessProcess witness;
    private static Path policy;
    private static Installation constancia;
    private static Auditor auditor;

    @BeforeAll
    static void thirteenEventsArePublishedAndVerified() throws Exception {
        key = Key.generate(directory);
        witness = WitnessProcess.start(directory.resolve("witness"), key);
        policy = witness.policy(directory.resolve("policy"), key);
        constancia = new Installation(key, "", Map.of("constancia.ledger.policy", policy.toString(), "constancia.ledger.witness-timeout", "20s"));
        auditor = new Auditor(directory.resolve("memory"), constancia.database());
        for (int agency = 0; agency < 12; agency++) {
            constancia.registerAgency("dependencia-%02d".formatted(agency));
        }
        constancia.propose("consejo", "dependencia-00");
        awaitPublished(13);
        everythingIsVerified();
    }

    @AfterAll
    static void stop() throws Exception {
        constancia.close();
        witness.close();
    }

    /** Also after an attack that was noticed otherwise than expected: the next one finds everything as it was. */
    @AfterEach
    void undo() throws Exception {
        if (Attacker.isSaved(constancia.database())) {
            Attacker.undo(constancia.database());
        }
    }

    @Test
    @Order(1)
    void aPayloadThatIsChangedInPostgreSql() throws Exception {
        Attacker.save(constancia.database());

        Attacker.sql(constancia.database(),
                "update event_log set public_part = replace(public_part, 'Dependencia dependencia-05', 'Dependencia X') where position = 5");

        Noticed writer = writerAlarm(5, "");
        Auditor.Said said = auditor.run(withDatabase());
        assertThat(said.exitCode()).isEqualTo(1);
        Auditor.Fault fault = fault(said, "EVENT_CHANGED", 5, 5);
        tell(1, "Change a payload in PostgreSQL", "`update event_log set public_part = … where position = 5`, past the append-only trigger.",
                writer, Noticed.by("`verify --url … --jdbc …`", fault));
        undone();
    }

    @Test
    @Order(2)
    void theNewestEventIsDeleted() throws Exception {
        Attacker.save(constancia.database());

        Attacker.sql(constancia.database(), "delete from event_log where position = 12", "update log_head set next_position = 12");

        Noticed writer = writerAlarm(12, "the log ends before");
        Auditor.Fault fault = fault(auditor.run(withDatabase()), "EVENT_MISSING", 12, 12);
        tell(2, "Delete the newest event", "`delete from event_log where position = 12`, and the head moved back.",
                writer, Noticed.by("`verify --url … --jdbc …`", fault));
        undone();
    }

    @Test
    @Order(3)
    void anEventInTheMiddleIsDeletedAndTheOthersAreRenumbered() throws Exception {
        Attacker.save(constancia.database());

        Attacker.sql(constancia.database(), "delete from event_log where position = 5",
                "update event_log set position = position + 1000 where position > 5",
                "update event_log set position = position - 1001 where position > 1000", "update log_head set next_position = 12");

        Noticed writer = writerAlarm(12, "the log ends before");
        Auditor.Said said = auditor.run(withDatabase());
        tell(3, "Delete an event in the middle and renumber", "`delete … where position = 5`, every later position less one, and the head moved back.",
                writer, Noticed.by("`verify --url … --jdbc …`", fault(said, "EVENT_CHANGED", 5, 11)),
                Noticed.by("`verify --url … --jdbc …`", fault(said, "EVENT_MISSING", 12, 12)));
        undone();
    }

    @Test
    @Order(4)
    void twoEventsAreSwapped() throws Exception {
        Attacker.save(constancia.database());

        Attacker.sql(constancia.database(), "update event_log set position = 1004 where position = 4",
                "update event_log set position = 4 where position = 5", "update event_log set position = 5 where position = 1004");

        Noticed writer = writerAlarm(4, "");
        tell(4, "Swap two events", "The positions 4 and 5 are exchanged.",
                writer, Noticed.by("`verify --url … --jdbc …`", fault(auditor.run(withDatabase()), "EVENT_CHANGED", 4, 5)));
        undone();
    }

    @Test
    @Order(6)
    void onlyMongoDbIsChanged() throws Exception {
        List<Binary> before = new ArrayList<>();
        Attacker.mongo(constancia.mongoUri(), database -> database.listCollectionNames().forEach(name -> {
            if (name.matches("log_v\\d+")) {
                Binary event = database.getCollection(name).find(Filters.eq("_id", "5")).first().get("event", Binary.class);
                before.add(event);
                String changed = new String(event.getData(), StandardCharsets.UTF_8).replace("Dependencia dependencia-05", "Dependencia dependencia-99");
                database.getCollection(name).updateOne(Filters.eq("_id", "5"),
                        Updates.set("event", new Binary(changed.getBytes(StandardCharsets.UTF_8))));
            }
        }));

        Auditor.Said said = auditor.run("verify", "--url", constancia.queryAddress());
        assertThat(said.exitCode()).isEqualTo(1);
        tell(6, "Change MongoDB only", "The public part of the event at position 5 in the collection `log`.",
                Noticed.by("`verify --url …`", fault(said, "EVENT_CHANGED", 5, 5)));

        Attacker.mongo(constancia.mongoUri(), database -> database.listCollectionNames().forEach(name -> {
            if (name.matches("log_v\\d+")) {
                database.getCollection(name).updateOne(Filters.eq("_id", "5"), Updates.set("event", before.getFirst()));
            }
        }));
        everythingIsVerified();
    }

    @Test
    @Order(7)
    void aRecordOfKafkaIsFollowedByAChangedOneOfTheSameEvent() throws Exception {
        ConsumerRecord<String, byte[]> honest = Attacker.read(PUBLIC_EVENTS, PARTITIONS).get("agency-dependencia-05");
        String changed = new String(honest.value(), StandardCharsets.UTF_8).replace("Dependencia dependencia-05", "Dependencia X");
        ProducerRecord<String, byte[]> record = new ProducerRecord<>(PUBLIC_EVENTS, honest.partition(), honest.key(),
                changed.getBytes(StandardCharsets.UTF_8));
        honest.headers().forEach(record.headers()::add);

        Attacker.send(List.of(record));

        Auditor.Said said = auditor.run("verify", "--kafka", Parts.kafka().bootstrapServers());
        assertThat(said.exitCode()).isEqualTo(1);
        tell(7, "Change a record of an event in Kafka", "A changed record of the event at position 5 is sent behind the honest one; the read models skip it, "
                + "because they have that version.", Noticed.by("`verify --kafka …`", fault(said, "EVENT_CHANGED", 5, 5)));
        assertThat(auditor.run("verify", "--url", constancia.queryAddress()).exitCode()).isZero();
    }

    @Test
    @Order(8)
    void aFileOfTheLedgerIsChangedInKafka() throws Exception {
        ConsumerRecord<String, byte[]> honest = Attacker.read(LEDGER, 1).get("tile/entries/000");
        EntryBundle bundle = EntryBundle.parse(new BundleId(0, 13), honest.value());
        List<byte[]> entries = new ArrayList<>();
        for (int place = 0; place < 13; place++) {
            entries.add(new String(bundle.entry(place), StandardCharsets.UTF_8).replace("dependencia-05", "dependencia-99").getBytes(StandardCharsets.UTF_8));
        }

        Attacker.send(List.of(new ProducerRecord<>(LEDGER, 0, honest.key(), EntryBundle.of(bundle.id(), entries).bytes())));

        Noticed server = serverAlarm("ALTERED", 5);
        Auditor.Said said = auditor.run("verify", "--ledger-only", "--kafka", Parts.kafka().bootstrapServers());
        assertThat(said.exitCode()).isEqualTo(1);
        tell(8, "Change a file of the ledger in Kafka", "The bundle `tile/entries/000` is sent again with another entry at position 5; what is served stays "
                + "as it was published.", server, Noticed.by("`verify --kafka …`", fault(said, "ENTRY_CHANGED", 5, 5)));
        assertThat(auditor.run("verify", "--url", constancia.queryAddress()).exitCode()).isZero();
        Attacker.send(List.of(new ProducerRecord<>(LEDGER, 0, honest.key(), honest.value())));
        forgetAlarms();
    }

    @Test
    @Order(9)
    void aShorterTreeIsSignedWithTheStolenKey() throws Exception {
        SignedCheckpoint honest = SignedCheckpoint.parse(Attacker.read(LEDGER, 1).get("checkpoint").value());
        Rival shorter = new Rival(key, publishedEntries().subList(0, 10));

        Attacker.send(List.of(new ProducerRecord<>(LEDGER, 0, "checkpoint", shorter.checkpoint().bytes())));

        Noticed server = serverAlarm("SHRUNK", 10);
        Auditor.Said said = auditor.run("verify", "--ledger-only", "--kafka", Parts.kafka().bootstrapServers());
        assertThat(said.exitCode()).isEqualTo(1);
        Noticed refused = witnessRefuses(shorter, 10);
        tell(9, "Sign a shorter tree with the stolen key", "A checkpoint of the first 10 events, with a valid signature, is sent to the ledger's topic.",
                server, Noticed.by("`verify --kafka …`, by what it remembers", fault(said, "SHRUNK", 10, 12)), refused);
        assertThat(auditor.run("verify", "--url", constancia.queryAddress()).exitCode()).isZero();
        Attacker.send(List.of(new ProducerRecord<>(LEDGER, 0, "checkpoint", honest.bytes())));
        forgetAlarms();
    }

    @Test
    @Order(10)
    void twoClientsAreShownDifferentHistories() throws Exception {
        List<byte[]> entries = new ArrayList<>(publishedEntries());
        entries.set(8, new String(entries.get(8), StandardCharsets.UTF_8).replace("dependencia-08", "dependencia-88").getBytes(StandardCharsets.UTF_8));
        Rival rival = new Rival(key, entries);
        String topic = "fork." + LEDGER;
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", Parts.kafka().bootstrapServers()))) {
            admin.createTopics(List.of(new NewTopic(topic, 1, (short) 1))).all().get();
        }
        Attacker.send(rival.records(topic));

        try (HostedService other = Installation.query(Parts.mongo().newDatabaseUri(), Map.of("constancia.ledger.topic", topic))) {
            String address = "http://localhost:" + other.port();
            String forked = await().atMost(SOON).ignoreExceptions().until(() -> text(address + "/ledger/checkpoint"),
                    body -> body.equals(new String(rival.checkpoint().bytes(), StandardCharsets.UTF_8)));
            assertThat(forked).isNotEqualTo(text(constancia.queryAddress() + "/ledger/checkpoint"));

            Auditor.Said who = auditor.run("verify", "--ledger-only", "--url", address);
            assertThat(who.exitCode()).isEqualTo(1);
            Auditor.Said watching = watch(address);
            Auditor stranger = new Auditor(directory.resolve("another-memory"), constancia.database());
            Auditor.Said unwitnessed = stranger.run("verify", "--ledger-only", "--url", address, "--policy", policy.toString());
            assertThat(unwitnessed.exitCode()).isEqualTo(1);
            assertThat(stranger.run("verify", "--ledger-only", "--url", constancia.queryAddress(), "--policy", policy.toString()).exitCode()).isZero();
            tell(10, "Show two clients different histories", "A second query service shows a tree of the same size in which the event at position 8 is another, "
                    + "signed with the stolen key.",
                    Noticed.by("`verify`, by what it remembers", fault(who, "FORKED")), Noticed.by("`watch`, by what it remembers", fault(watching, "FORKED")),
                    Noticed.by("`verify --policy …`, which asks for a witness", fault(unwitnessed, "CHECKPOINT_UNSIGNED")), witnessRefuses(rival, 13));
        }
        everythingIsVerified();
    }

    @Test
    @Order(11)
    void anOlderBackupIsRestoredAndTheLogGoesOnFromThere() throws Exception {
        constancia.stopCommandService();
        TestDatabase lived = constancia.database();
        TestDatabase backup = Attacker.backup(lived);
        constancia.startCommandService();
        constancia.registerAgency("dependencia-13");
        constancia.registerAgency("dependencia-14");
        awaitPublished(15);
        everythingIsVerified();

        constancia.stopCommandService();
        constancia.use(backup);
        constancia.startCommandService();
        constancia.registerAgency("dependencia-77");

        Noticed writer = writerAlarm(13, "");
        Noticed relay = relayHeld();
        Auditor.Said said = auditor.run(withDatabase());
        assertThat(constancia.publishedSize()).isEqualTo(15);
        assertThat(Attacker.read(EVENTS, PARTITIONS)).doesNotContainKey("agency-dependencia-77");
        constancia.stopCommandService();
        constancia.use(lived);
        constancia.startCommandService();
        assertThat(said.exitCode()).isEqualTo(1);
        tell(11, "Restore an older backup and continue", "The database is put back to 13 events after 15 were published, and one more is recorded, at position 13. "
                + "The ledger writer publishes nothing, and the relay sends nothing.", writer, relay, Noticed.by("`verify --url … --jdbc …`", fault(said, "EVENT_CHANGED", 13, 13)),
                Noticed.by("`verify --url … --jdbc …`", fault(said, "EVENT_MISSING", 14, 14)));
        awaitWriter("UP");
    }

    @Test
    @Order(12)
    void anEventIsInsertedWhileTheServiceIsStopped() throws Exception {
        constancia.stopCommandService();
        Attacker.save(constancia.database());
        Attacker.sql(constancia.database(), "update event_log set position = position + 1000 where position >= 5",
                "insert into event_log (position, " + COLUMNS + ") select 5, 'forged', 'agency-forged', version, type, recorded_at, envelope, public_part, "
                        + "restricted_part, restricted_digest, restricted_salt from event_log where position = 1005",
                "update event_log set position = position - 999 where position >= 1000", "update log_head set next_position = next_position + 1");
        long sent = eventsInKafka();
        constancia.startCommandService();

        Noticed writer = writerAlarm(5, "");
        Noticed relay = relayHeld();
        Auditor.Said said = auditor.run(withDatabase());
        assertThat(said.exitCode()).isEqualTo(1);
        assertThat(constancia.publishedSize()).isEqualTo(15);
        assertThat(eventsInKafka()).isEqualTo(sent);
        tell(5, "Insert an event", "While the command service is stopped: a forged event at position 5 of 15, and every later position plus one. The ledger "
                + "writer publishes nothing, and the relay sends nothing.", writer, relay,
                Noticed.by("`verify --url … --jdbc …`", fault(said, "EVENT_CHANGED", 5, 14)));
        undone();
    }

    /** Not undone: before the writer looked, the relay may have sent it. */
    @Test
    @Order(13)
    void anEventIsInsertedAtTheHeadWhileTheServiceRuns() throws Exception {
        Attacker.sql(constancia.database(), "insert into event_log (position, " + COLUMNS + ") select 15, 'forged', 'agency-forged', version, type, "
                + "recorded_at, envelope, public_part, restricted_part, restricted_digest, restricted_salt from event_log where position = 5",
                "update log_head set next_position = 16");

        Noticed writer = writerAlarm(15, "");
        Noticed relay = relayHeld();
        constancia.registerAgency("dependencia-16");
        assertThat(constancia.publishedSize()).isEqualTo(15);
        assertThat(Attacker.read(EVENTS, PARTITIONS)).doesNotContainKey("agency-dependencia-16");
        assertThat(auditor.run("verify", "--url", constancia.queryAddress()).exitCode()).isZero();
        tell(12, "Insert an event at the head while the service runs", "A copy of the event at position 5, under another name, is put at position 15, and the head "
                + "moved on. The relay may have sent it before the writer looked; what is recorded behind it is not sent.", writer, relay);
    }

    /** The last: the views stay as they were, and take nothing more. */
    @Test
    @Order(14)
    void theTopicsOfEventsAreCreatedAnewWithOtherContent() throws Exception {
        for (String topic : List.of(EVENTS, PUBLIC_EVENTS)) {
            Map<String, ConsumerRecord<String, byte[]>> first = Attacker.readAll(topic, PARTITIONS).stream()
                    .collect(Collectors.toMap(ConsumerRecord::key, Function.identity(), (older, newer) -> older));
            List<ProducerRecord<String, byte[]>> records = first.values().stream().map(AttacksIT::otherwise).toList();
            Attacker.createAnew(topic, PARTITIONS);
            Attacker.send(records);
        }

        Callable<String> refusal = () -> constancia.projectionHealth().path("details").path("refused").asString("");
        // Its consumer or its watch, whichever looks first.
        await().atMost(SOON).until(refusal, text -> text.endsWith("OffsetOutOfRangeException") || text.startsWith("the views were built from topic id ")
                || text.contains("the views want to go on at"));
        Auditor.Said said = auditor.run("verify", "--kafka", Parts.kafka().bootstrapServers());
        assertThat(said.exitCode()).isEqualTo(1);
        assertThat(auditor.run("verify", "--url", constancia.queryAddress()).exitCode()).isZero();
        tell(13, "Create the topics of events anew", "Both topics of events are deleted and created anew; the record of the event at position 6 is another. The views stay as "
                + "they were.", new Noticed("query service, health `projection`", "whole log",
                        "refused: the topic is another one, or lost records that the views have"),
                Noticed.by("`verify --kafka …`", fault(said, "EVENT_CHANGED", 6, 6)));
    }

    private static ProducerRecord<String, byte[]> otherwise(ConsumerRecord<String, byte[]> honest) {
        String changed = new String(honest.value(), StandardCharsets.UTF_8).replace("Dependencia dependencia-06", "Dependencia X");
        ProducerRecord<String, byte[]> record = new ProducerRecord<>(honest.topic(), honest.partition(), honest.key(),
                changed.getBytes(StandardCharsets.UTF_8));
        honest.headers().forEach(record.headers()::add);
        return record;
    }

    private static String[] withDatabase() {
        return new String[] {"verify", "--url", constancia.queryAddress(), "--jdbc", constancia.database().jdbcUrl(), "--jdbc-user",
            constancia.database().user()};
    }

    private static void everythingIsVerified() throws Exception {
        Auditor.Said said = auditor.run(withDatabase());
        assertThat(said.faults()).isEmpty();
        assertThat(said.exitCode()).isZero();
    }

    private static void undone() throws Exception {
        Attacker.undo(constancia.database());
        awaitWriter("UP");
        everythingIsVerified();
    }

    private static void awaitPublished(long size) {
        await().atMost(SOON).untilAsserted(() -> assertThat(constancia.publishedSize()).isEqualTo(size));
    }

    private static void awaitWriter(String status) {
        await().atMost(SOON).untilAsserted(() -> assertThat(constancia.writerHealth().path("status").asString()).isEqualTo(status));
    }

    /** Writer and scrubber may both notice it; the words tell which one is meant. */
    private static Noticed writerAlarm(long position, String words) {
        Callable<JsonNode> details = () -> constancia.writerHealth().path("details");
        JsonNode alarmed = await().atMost(SOON).until(details, found -> found.path("position").isNumber()
                && found.path("position").asLong() == position && found.path("alarm").asString("").startsWith(words));
        return new Noticed(WRITER, Long.toString(position), alarmed.path("alarm").asString());
    }

    private static Noticed relayHeld() {
        Callable<String> alarm = () -> constancia.relayHealth().path("details").path("alarm").asString("");
        String message = await().atMost(SOON).until(alarm, text -> !text.isEmpty());
        return new Noticed(RELAY, message.substring("position ".length(), message.indexOf(':')), message.substring(message.indexOf(':') + 2));
    }

    private static long eventsInKafka() {
        return Attacker.readAll(EVENTS, PARTITIONS).size();
    }

    private static Noticed serverAlarm(String kind, long position) {
        Callable<String> details = () -> constancia.serverHealth().path("details").path(kind).asString("");
        String message = await().atMost(SOON).until(details, text -> !text.isEmpty());
        assertThat(message).startsWith("position " + position + ": ");
        return new Noticed(SERVER, Long.toString(position), kind + message.substring(message.indexOf(':')));
    }

    /** An operator has examined the evidence. */
    private static void forgetAlarms() {
        Attacker.mongo(constancia.mongoUri(), database -> database.listCollectionNames().forEach(name -> {
            if (name.startsWith("ledger_v")) {
                database.getCollection(name).deleteMany(Filters.regex("_id", "^alarm/"));
            }
        }));
        await().atMost(SOON).untilAsserted(() -> assertThat(constancia.serverHealth().path("status").asString()).isEqualTo("UP"));
    }

    private static List<byte[]> publishedEntries() {
        byte[] bundle = Attacker.read(LEDGER, 1).get("tile/entries/000").value();
        EntryBundle parsed = EntryBundle.parse(new BundleId(0, 13), bundle);
        List<byte[]> entries = new ArrayList<>();
        for (int place = 0; place < 13; place++) {
            entries.add(parsed.entry(place));
        }
        return entries;
    }

    /** The attacker asks the witness to cosign. */
    private static Noticed witnessRefuses(Rival rival, long size) throws Exception {
        byte[] request = new AddCheckpoint(new ConsistencyProof(size, size, List.of()), rival.checkpoint()).bytes();
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = client.send(HttpRequest.newBuilder(URI.create(witness.address() + "/add-checkpoint"))
                    .POST(HttpRequest.BodyPublishers.ofByteArray(request)).build(), HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).isIn(409, 422);
            return new Noticed("the witness, when it is asked to cosign", "whole log", "HTTP " + answer.statusCode()
                    + (answer.statusCode() == 409 ? ": it has cosigned size " + answer.body().strip() : ": " + answer.body().strip()));
        }
    }

    private static Auditor.Said watch(String address) throws Exception {
        Auditor.Said said = auditor.run("watch", "--rounds", "1", "--interval", "1", "--ledger-only", "--url", address);
        assertThat(said.exitCode()).isEqualTo(1);
        return said;
    }

    /** The faults of a kind, which concern exactly these positions, in the words of the first. */
    private static Auditor.Fault fault(Auditor.Said said, String kind, long from, long to) {
        List<Long> positions = said.faults().stream().filter(fault -> fault.kind().equals(kind))
                .flatMapToLong(fault -> LongStream.rangeClosed(Objects.requireNonNull(fault.from()), Objects.requireNonNull(fault.to())))
                .sorted().distinct().boxed().toList();
        assertThat(positions).as("%s among %s", kind, said.faults()).containsExactlyElementsOf(LongStream.rangeClosed(from, to).boxed().toList());
        Auditor.Fault first = said.faults().stream().filter(fault -> fault.kind().equals(kind))
                .min(Comparator.comparing(fault -> Objects.requireNonNull(fault.from()))).orElseThrow();
        return new Auditor.Fault(kind, from, to, first.sentence());
    }

    private static Auditor.Fault fault(Auditor.Said said, String kind) {
        return said.fault(kind).orElseThrow(() -> new AssertionError("no " + kind + " among " + said.faults()));
    }

    private static String text(String address) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.ofString()).body();
        }
    }

    private static void tell(int number, String attack, String how, Noticed... noticed) throws Exception {
        AttackPage.tell(number, attack, how, List.of(noticed));
    }
}
