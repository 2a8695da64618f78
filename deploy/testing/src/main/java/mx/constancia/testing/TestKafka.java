package mx.constancia.testing;

import mx.constancia.embedded.EmbeddedKafka;
import org.testcontainers.kafka.KafkaContainer;

/** A Kafka broker that creates no topic by itself. */
public record TestKafka(String bootstrapServers) {

    private static final String IMAGE = "apache/kafka:4.2.1";

    static TestKafka inContainer() {
        KafkaContainer container =
                AtExit.close(new KafkaContainer(IMAGE).withEnv("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false"));
        container.start();
        return new TestKafka(container.getBootstrapServers());
    }

    static TestKafka embedded() {
        TestDirectory directory = AtExit.close(TestDirectory.create("kafka"));
        return new TestKafka(AtExit.close(EmbeddedKafka.start(directory.path())).bootstrapServers());
    }

    /** A beginning for the names of topics and consumer groups that no other test uses; it ends with a dot. */
    public String newPrefix() {
        return Names.next("test-") + ".";
    }
}
