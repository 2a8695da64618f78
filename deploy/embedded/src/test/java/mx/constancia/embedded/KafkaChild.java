package mx.constancia.embedded;

import java.nio.file.Path;

/** Starts Kafka on the given directory and sends two acknowledged records. */
final class KafkaChild {

    private KafkaChild() {}

    public static void main(String[] arguments) throws Exception {
        EmbeddedKafka kafka = EmbeddedKafka.start(Path.of(arguments[0]));
        KafkaClients.createTopic(kafka, "constancia.events");
        KafkaClients.send(kafka, "constancia.events", "first", "second");
        ChildJvm.reportReadyAndStay();
    }
}
