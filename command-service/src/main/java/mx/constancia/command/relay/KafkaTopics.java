package mx.constancia.command.relay;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import mx.constancia.events.Topics;

/** Creates the topics where they are missing; changes nothing that is there. */
final class KafkaTopics {

    private static final Logger log = LoggerFactory.getLogger(KafkaTopics.class);
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(1);

    private final Map<String, Object> adminConfig;
    private final RelayProperties properties;

    KafkaTopics(Map<String, Object> adminConfig, RelayProperties properties) {
        this.adminConfig = new HashMap<>(adminConfig);
        this.adminConfig.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000);
        this.adminConfig.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 8_000);
        this.properties = properties;
    }

    void ensure() throws ExecutionException, InterruptedException {
        Admin admin = Admin.create(adminConfig);
        try {
            for (String topic : List.of(properties.eventsTopic(), properties.publicTopic())) {
                ensure(admin, topic);
            }
        } finally {
            admin.close(CLOSE_TIMEOUT);
        }
    }

    private void ensure(Admin admin, String topic) throws ExecutionException, InterruptedException {
        if (!admin.listTopics().names().get().contains(topic)) {
            create(admin, topic);
            return;
        }
        int partitions = admin.describeTopics(List.of(topic)).allTopicNames().get().get(topic).partitions().size();
        if (partitions != Topics.PARTITIONS) {
            log.warn("event=topic-differs topic={} partitions={} expected={}", topic, partitions, Topics.PARTITIONS);
        }
    }

    private void create(Admin admin, String name) throws ExecutionException, InterruptedException {
        NewTopic topic = new NewTopic(name, Topics.PARTITIONS, properties.replicationFactor()).configs(Map.of(
                TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_DELETE,
                TopicConfig.RETENTION_MS_CONFIG, "-1",
                TopicConfig.RETENTION_BYTES_CONFIG, "-1",
                TopicConfig.MAX_MESSAGE_BYTES_CONFIG, Integer.toString(EventPublisher.LARGEST_RECORD),
                TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG, Short.toString(properties.minInSyncReplicas())));
        try {
            admin.createTopics(List.of(topic)).all().get();
            log.info("event=topic-created topic={}", name);
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw e;
            }
        }
    }
}
