package mx.constancia.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedKafkaIT {

    private static final String TOPIC = "constancia.events";

    @TempDir
    Path directory;

    @Test
    void recordsSurviveAStopAndAStartOnTheSamePort() throws Exception {
        int port;
        try (EmbeddedKafka kafka = EmbeddedKafka.start(directory)) {
            port = kafka.port();
            KafkaClients.createTopic(kafka, TOPIC);
            KafkaClients.send(kafka, TOPIC, "first", "second");
        }

        try (EmbeddedKafka kafka = EmbeddedKafka.start(directory, port)) {
            assertThat(KafkaClients.read(kafka, TOPIC)).containsExactly("first", "second");
        }
    }

    @Test
    void acknowledgedRecordsSurviveTheKillOfTheJvm() throws Exception {
        try (ChildJvm child = ChildJvm.startAndAwaitReady(KafkaChild.class, directory)) {
            child.kill();
        }

        try (EmbeddedKafka kafka = EmbeddedKafka.start(directory)) {
            assertThat(KafkaClients.read(kafka, TOPIC)).containsExactly("first", "second");
        }
    }

    @Test
    void askingForATopicDoesNotCreateIt() {
        try (EmbeddedKafka kafka = EmbeddedKafka.start(directory);
                Admin admin = Admin.create(KafkaClients.settings(kafka))) {
            assertThatThrownBy(() -> admin.describeTopics(Set.of("absent")).allTopicNames().get())
                    .isInstanceOf(ExecutionException.class)
                    .hasCauseInstanceOf(UnknownTopicOrPartitionException.class);
        }
    }

    @Test
    void aPortThatIsInUseIsNamed() throws Exception {
        try (ServerSocket occupant = occupiedPort()) {
            assertThatThrownBy(() -> EmbeddedKafka.start(directory, occupant.getLocalPort()))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("port " + occupant.getLocalPort() + " is in use");
        }
    }

    @Test
    void aStartThatFailsHalfwayLeavesNoThreadAndNoLock() throws Exception {
        Set<Thread> before = threads();
        try (ServerSocket occupant = occupiedPort()) {
            assertThatThrownBy(() -> EmbeddedKafka.start(directory, FreePorts.next(), occupant.getLocalPort()))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("did not start");
        }

        await().pollInSameThread().untilAsserted(() -> assertThat(threads()).isSubsetOf(before));
        EmbeddedKafka.start(directory).close();
        await().pollInSameThread().untilAsserted(() -> assertThat(threads()).isSubsetOf(before));
    }

    private static ServerSocket occupiedPort() throws IOException {
        return new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    }

    private static Set<Thread> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.isAlive() && !thread.isDaemon())
                .collect(Collectors.toSet());
    }
}
