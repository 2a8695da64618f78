package mx.constancia.command.kafka;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.TopicExistsException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Creates the topics where they are missing; changes nothing that is there. */
public final class KafkaTopics {

    private static final Logger log = LoggerFactory.getLogger(KafkaTopics.class);
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(1);

    private final Map<String, Object> adminConfig;
    private final List<NewTopic> topics;

    /**
     * @param adminConfig how to reach the brokers
     * @param topics      as they are to be created
     */
    public KafkaTopics(Map<String, Object> adminConfig, List<NewTopic> topics) {
        this.adminConfig = new HashMap<>(adminConfig);
        this.adminConfig.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000);
        this.adminConfig.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 8_000);
        this.topics = List.copyOf(topics);
    }

    /** Creates those that are missing. */
    public void ensure() throws ExecutionException, InterruptedException {
        Admin admin = Admin.create(adminConfig);
        try {
            for (NewTopic topic : topics) {
                ensure(admin, topic);
            }
        } finally {
            admin.close(CLOSE_TIMEOUT);
        }
    }

    private static void ensure(Admin admin, NewTopic topic) throws ExecutionException, InterruptedException {
        String name = topic.name();
        if (!admin.listTopics().names().get().contains(name)) {
            create(admin, topic);
            return;
        }
        int partitions = admin.describeTopics(List.of(name)).allTopicNames().get().get(name).partitions().size();
        if (partitions != topic.numPartitions()) {
            log.warn("event=topic-differs topic={} partitions={} expected={}", name, partitions, topic.numPartitions());
        }
    }

    private static void create(Admin admin, NewTopic topic) throws ExecutionException, InterruptedException {
        try {
            admin.createTopics(List.of(topic)).all().get();
            log.info("event=topic-created topic={}", topic.name());
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw e;
            }
        }
    }
}
