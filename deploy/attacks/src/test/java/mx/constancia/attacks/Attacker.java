package mx.constancia.attacks;

import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import com.mongodb.ConnectionString;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;

import mx.constancia.testing.Parts;
import mx.constancia.testing.TestDatabase;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Somebody with superuser rights to PostgreSQL, to MongoDB and to Kafka. */
final class Attacker {

    private Attacker() {
    }

    /** Executes statements as a superuser whom no trigger stops. */
    static void sql(TestDatabase database, String... statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("set session_replication_role = replica");
            for (String each : statements) {
                statement.execute(each);
            }
            connection.commit();
        }
    }

    /** Whether rows are kept and not put back yet. */
    static boolean isSaved(TestDatabase database) throws SQLException {
        try (Connection connection = DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select to_regclass('saved_log') is not null")) {
            rows.next();
            return rows.getBoolean(1);
        }
    }

    /** Keeps the rows of the log, to undo an attack. */
    static void save(TestDatabase database) throws SQLException {
        sql(database, "create table saved_log as select * from event_log", "create table saved_head as select * from log_head");
    }

    /** Puts the rows back as they were. */
    static void undo(TestDatabase database) throws SQLException {
        sql(database, "delete from event_log", "insert into event_log select * from saved_log",
                "delete from log_head", "insert into log_head select * from saved_head", "drop table saved_log", "drop table saved_head");
    }

    /** A backup of a whole database; nobody may be connected to it. */
    static TestDatabase backup(TestDatabase database) throws SQLException {
        TestDatabase copy = Parts.postgres().newDatabase();
        TestDatabase maintenance = new TestDatabase(Parts.postgres().jdbcUrl(), database.user(), database.password());
        try (Connection connection = DriverManager.getConnection(maintenance.jdbcUrl(), maintenance.user(), maintenance.password());
                Statement statement = connection.createStatement()) {
            statement.execute("drop database " + name(copy));
            statement.execute("create database " + name(copy) + " template " + name(database));
        }
        return copy;
    }

    private static String name(TestDatabase database) {
        String url = database.jdbcUrl();
        int parameters = url.indexOf('?');
        return url.substring(url.lastIndexOf('/') + 1, parameters < 0 ? url.length() : parameters);
    }

    static void mongo(String uri, Consumer<MongoDatabase> change) {
        ConnectionString address = new ConnectionString(uri);
        try (MongoClient client = MongoClients.create(address)) {
            change.accept(client.getDatabase(address.getDatabase()));
        }
    }

    /** The newest record of each key in a topic, which has these partitions. */
    static Map<String, ConsumerRecord<String, byte[]>> read(String topic, int partitions) {
        return readAll(topic, partitions).stream().collect(Collectors.toMap(ConsumerRecord::key, Function.identity(), (older, newer) -> newer));
    }

    /** All records of a topic, which has these partitions; those of one partition in their order. */
    static List<ConsumerRecord<String, byte[]>> readAll(String topic, int partitions) {
        List<ConsumerRecord<String, byte[]>> found = new ArrayList<>();
        try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(Map.of("bootstrap.servers", Parts.kafka().bootstrapServers(),
                "isolation.level", "read_committed", "enable.auto.commit", "false"), new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> all = IntStream.range(0, partitions).mapToObj(each -> new TopicPartition(topic, each)).toList();
            consumer.assign(all);
            consumer.seekToBeginning(all);
            Map<TopicPartition, Long> ends = consumer.endOffsets(all);
            while (all.stream().anyMatch(each -> consumer.position(each) < ends.get(each))) {
                consumer.poll(Duration.ofMillis(200)).forEach(found::add);
            }
        }
        return found;
    }

    /** Deletes a topic and creates one of the same name, which has these partitions and nothing in it. */
    static void createAnew(String topic, int partitions) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", Parts.kafka().bootstrapServers()))) {
            admin.deleteTopics(List.of(topic)).all().get();
            // The broker deletes a while after it has agreed to.
            await().atMost(Duration.ofMinutes(1)).ignoreExceptions().until(() -> {
                admin.createTopics(List.of(new NewTopic(topic, partitions, (short) 1))).all().get();
                return true;
            });
        }
    }

    static void send(List<ProducerRecord<String, byte[]>> records) throws Exception {
        try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(Map.of("bootstrap.servers", Parts.kafka().bootstrapServers(),
                "acks", "all"), new StringSerializer(), new ByteArraySerializer())) {
            for (ProducerRecord<String, byte[]> each : records) {
                producer.send(each).get();
            }
        }
    }
}
