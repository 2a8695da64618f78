package mx.constancia.benchmarks;

import java.sql.Connection;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.stream.Stream;

import mx.constancia.events.StoredEvent;

import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** {@code relay}: how fast a backlog of the log gets to Kafka's two topics, against a producer that has the same records at hand. */
final class RelayBenchmark implements Benchmark {

    private static final int MECHANISMS = 1_000;
    private static final String RATE = "events/s";
    private static final String ALL = "plain.events";
    private static final String PUBLIC = "plain.events.public";

    @Override
    public String shows() {
        return "How many events a second the relay sends to both topics, against a producer that only sends the same records.";
    }

    @Override
    public List<Size> sizes() {
        return List.of(new Size("events", 50_000, "events of a backlog"), Size.rounds(5));
    }

    @Override
    public void measure(Sizes sizes, Stage stage, Report report) throws Exception {
        int events = sizes.count("events");
        MadeUpLog log = new MadeUpLog(MECHANISMS);
        stage.commandService(Map.of());
        PublishedLog.createTopics(stage.kafka(), ALL, PUBLIC);
        List<ProducerRecord<String, byte[]>> records = new MadeUpLog(MECHANISMS).next(events).stream()
                .flatMap(event -> Stream.of(PublishedLog.record(ALL, event), PublishedLog.record(PUBLIC, event.publicOnly()))).toList();
        try (Connection owner = DriverManager.getConnection(stage.jdbcUrl(), stage.postgres().user(), stage.postgres().password());
                KafkaProducer<String, byte[]> producer = producer(stage.kafka())) {
            // The ledger follows the log too, and is another benchmark.
            new LedgerLock(owner).hold();
            report.table(Table.measure("A backlog of " + events + " events, sent", sizes.count("rounds"), List.of(
                    new Variant("producer alone", () -> send(producer, records, events)),
                    new Variant("relay", () -> relay(owner, log.next(events))))));
        }
        report.note("A backlog is committed at once, and counts as sent when the relay has moved its stored position to its end. Each event is two "
                + "records, one in each topic; the producer has the relay's settings, and its records are made beforehand.");
    }

    private static Sample relay(Connection owner, List<StoredEvent> backlog) throws Exception {
        LedgerBenchmark.insert(owner, backlog);
        long began = System.nanoTime();
        Queries.await(owner, LedgerBenchmark.RELAYED);
        return Sample.rate(RATE, backlog.size(), System.nanoTime() - began);
    }

    private static Sample send(KafkaProducer<String, byte[]> producer, List<ProducerRecord<String, byte[]>> records, int events) throws Exception {
        long began = System.nanoTime();
        List<Future<?>> sent = new ArrayList<>(records.size());
        for (ProducerRecord<String, byte[]> each : records) {
            sent.add(producer.send(each));
        }
        for (Future<?> each : sent) {
            each.get();
        }
        return Sample.rate(RATE, events, System.nanoTime() - began);
    }

    private static KafkaProducer<String, byte[]> producer(String kafka) {
        return new KafkaProducer<>(Map.of("bootstrap.servers", kafka, "acks", "all", "max.in.flight.requests.per.connection", 1,
                "compression.type", "snappy", "linger.ms", 10, "batch.size", 128 * 1024), new StringSerializer(), new ByteArraySerializer());
    }
}
