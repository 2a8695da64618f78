package mx.constancia.benchmarks;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import com.mongodb.ConnectionString;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.InsertOneModel;

import mx.constancia.events.Actor;
import mx.constancia.events.Envelope;
import mx.constancia.events.EventCodec;
import mx.constancia.events.EventTypes;
import mx.constancia.events.StoredEvent;
import mx.constancia.events.Topics;
import mx.constancia.events.installation.RebuildRequested;
import mx.constancia.history.InstallationState;
import mx.constancia.local.HostedService;
import mx.constancia.query.store.MongoViewStore;

import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.bson.Document;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A rebuild of all views beside the living ones, against the least that it could take. */
final class RebuildBenchmark implements Benchmark {

    private static final int AT_ONCE = 1_000;
    /** An answer of the stand-in may be larger than the driver takes. */
    private static final int FOUND_AT_ONCE = 32;
    private static final double PART_OF_THE_SLOWER = 0.6;
    private static final Duration POLL = Duration.ofMillis(100);
    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient http = HttpClient.newHttpClient();

    @Override
    public String shows() {
        return "How fast all views are built from Kafka beside the living ones, against a consumer that only reads, and against writing the finished documents.";
    }

    @Override
    public List<Size> sizes() {
        return List.of(new Size("events", 120_000, "events in the log"), new Size("mechanisms", 500, "mechanisms whose events they are"),
                Size.rounds(3), new Size("warm", 6, "rounds before them, because the compiler has half the processors in the first ones"));
    }

    @Override
    public void measure(Sizes sizes, Stage stage, Report report) throws Exception {
        int events = sizes.count("events");
        PublishedLog topic = stage.opened(PublishedLog.create(stage.kafka()));
        topic.send(new MadeUpLog(sizes.count("mechanisms")), events);
        String mongo = stage.mongo();
        HostedService service = stage.queryService(mongo, Map.of("constancia.projection.watch", "200ms", "constancia.projection.keep-retired", "0s"));
        stage.opened(new QueryClient(service.port())).awaitVisible(events - 1);
        Map<String, List<Document>> documents = documents(mongo);
        String elsewhere = stage.mongo();
        long[] orders = {0};

        Variant rebuild = collected("rebuild", () -> {
            topic.send(List.of(order(events + orders[0], ++orders[0])));
            return rebuild(stage, service.port(), 1 + (int) orders[0], events);
        });
        Variant bulkWrite = collected("bulkWrite of the finished documents", () -> write(elsewhere, documents, events));
        for (int round = 0; round < sizes.count("warm"); round++) {
            rebuild.round().run();
            bulkWrite.round().run();
        }
        Table table = report.table(Table.measure("Building the views of " + events + " events", sizes.count("rounds"), List.of(
                collected("consumer that only reads", () -> read(stage.kafka(), events)), bulkWrite, rebuild)));
        double slower = Math.min(table.row("consumer that only reads", "events/s").value().median(),
                table.row("bulkWrite of the finished documents", "events/s").value().median());
        report.atLeast("at least 60 % of the slower of the two", PART_OF_THE_SLOWER, table.row("rebuild", "events/s").value().median() / slower);
        report.note("The rebuild is timed from the operator's order in Kafka to the swap, with the consumers' joining; the bulkWrite writes "
                + documents.values().stream().mapToInt(List::size).sum() + " documents of " + documents.size()
                + " views as they are at the end, once each, into collections that are prepared as those of the views. The heap is collected before each "
                + "of them: the stand-in's documents are in it, and would be copied in one and not in the other, as it happens.");
    }

    private static Variant collected(String name, Variant.Round round) {
        return new Variant(name, () -> {
            System.gc();
            return round.run();
        });
    }

    private static Sample read(String kafka, int events) {
        try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(Map.of("bootstrap.servers", kafka, "max.poll.records", AT_ONCE),
                new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = IntStream.range(0, Topics.PARTITIONS).mapToObj(each -> new TopicPartition(Topics.EVENTS, each)).toList();
            long began = System.nanoTime();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            long read = 0;
            while (read < events) {
                read += consumer.poll(Duration.ofSeconds(1)).count();
            }
            return Sample.rate("events/s", read, System.nanoTime() - began);
        }
    }

    private static Map<String, List<Document>> documents(String mongo) {
        ConnectionString address = new ConnectionString(mongo);
        Map<String, List<Document>> documents = new LinkedHashMap<>();
        try (MongoClient client = MongoClients.create(address)) {
            MongoDatabase database = client.getDatabase(address.getDatabase());
            database.listCollectionNames().forEach(name ->
                    documents.put(name, database.getCollection(name).find().batchSize(FOUND_AT_ONCE).into(new ArrayList<>())));
        }
        documents.values().removeIf(List::isEmpty);
        return documents;
    }

    private static Sample write(String mongo, Map<String, List<Document>> documents, int events) {
        ConnectionString address = new ConnectionString(mongo);
        try (MongoClient client = MongoClients.create(address)) {
            MongoDatabase database = client.getDatabase(address.getDatabase());
            database.drop();
            new MongoViewStore(database).prepare();
            long began = System.nanoTime();
            documents.forEach((name, all) -> {
                for (int from = 0; from < all.size(); from += AT_ONCE) {
                    database.getCollection(name).bulkWrite(
                            all.subList(from, Math.min(from + AT_ONCE, all.size())).stream().map(InsertOneModel::new).toList(),
                            new BulkWriteOptions().ordered(false));
                }
            });
            Sample sample = Sample.rate("events/s", events, System.nanoTime() - began);
            database.drop();
            return sample;
        }
    }

    private Sample rebuild(Stage stage, int port, int generation, int events) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/rebuild"))
                .header("Authorization", "Bearer " + stage.tokens().token("admin", null, "OPERATOR")).build();
        long began = System.nanoTime();
        while (true) {
            JsonNode report = JSON.readTree(http.send(request, BodyHandlers.ofString()).body());
            if (report.at("/living").asInt() == generation) {
                return Sample.rate("events/s", events, System.nanoTime() - began);
            }
            if (report.at("/last/generation").asInt(0) == generation) {
                throw new IllegalStateException("the rebuild ended with " + report.get("last"));
            }
            TimeUnit.MILLISECONDS.sleep(POLL.toMillis());
        }
    }

    private static StoredEvent order(long position, long version) {
        RebuildRequested order = new RebuildRequested("Medición");
        EventCodec.Parts parts = EventCodec.encode(order);
        Envelope envelope = new Envelope(LocalDate.of(2026, 1, 5), "America/Mexico_City", InstallationState.THIS,
                new Actor("admin", "OPERATOR", null), null, "LOCAL-GENERIC", List.of("H1"), "LIVE", List.of(), List.of(), null,
                parts.visibility(), "correlation-order", "command-order", null, List.of());
        return new StoredEvent(position, "order-" + version, InstallationState.STREAM, version, EventTypes.nameOf(RebuildRequested.class),
                Instant.parse("2026-01-05T15:00:00.000Z"), EventCodec.encode(envelope), parts.publicPart(), null, null, null);
    }
}
