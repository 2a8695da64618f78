package mx.constancia.command.kafka;

import java.util.HashMap;
import java.util.Map;

import org.apache.kafka.clients.CommonClientConfigs;

/** Settings of Kafka's clients. */
public final class KafkaClients {

    /** Bytes of the largest record that is sent. */
    public static final int LARGEST_RECORD = 8 * 1024 * 1024;

    private KafkaClients() {
    }

    /** Clients of one JVM may bear the same name: nothing registers itself by it. */
    public static Map<String, Object> settings(Map<String, Object> given) {
        Map<String, Object> config = new HashMap<>(given);
        config.put(CommonClientConfigs.METRIC_REPORTER_CLASSES_CONFIG, "");
        return config;
    }
}
