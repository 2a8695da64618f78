package mx.constancia.query.projection;

import java.util.HashMap;
import java.util.Map;

import mx.constancia.query.log.VisibleHead;
import mx.constancia.query.store.View;
import mx.constancia.query.store.ViewStore;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.ContainerProperties;

@Configuration(proxyBeanMethods = false)
class ProjectionConfiguration {

    private static final int ADMIN_TIMEOUT_MILLIS = 3_000;

    @Bean
    Projector projector(ViewStore store) {
        return new Projector(store);
    }

    @Bean
    ConcurrentMessageListenerContainer<String, byte[]> events(
            ConsumerFactory<? super String, ? super byte[]> consumers, EventReader reader, ProjectionStatus status, ProjectionProperties properties) {
        ContainerProperties container = new ContainerProperties(properties.topic());
        container.setGroupId(properties.group() + "-v" + View.VERSION);
        container.setAckMode(ContainerProperties.AckMode.MANUAL);
        container.setIdleEventInterval(properties.watch().toMillis());
        container.setMessageListener(reader);
        container.setConsumerRebalanceListener(reader);
        container.setAssignmentCommitOption(ContainerProperties.AssignmentCommitOption.NEVER);
        ConcurrentMessageListenerContainer<String, byte[]> events = new ConcurrentMessageListenerContainer<>(consumers, container);
        events.setConcurrency(properties.concurrency());
        events.setCommonErrorHandler(new RetryForEver(status, properties.retryPause()));
        return events;
    }

    @Bean(destroyMethod = "close")
    Admin projectionAdmin(KafkaAdmin kafka) {
        Map<String, Object> settings = new HashMap<>(kafka.getConfigurationProperties());
        settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, ADMIN_TIMEOUT_MILLIS);
        settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, ADMIN_TIMEOUT_MILLIS);
        return Admin.create(settings);
    }

    @Bean
    TopicWatch topicWatch(Admin admin, ProjectionProperties properties, Projector projector, ViewStore store, VisibleHead head,
            ProjectionStatus status) {
        return new TopicWatch(admin, properties.topic(), projector, store, head, status);
    }
}
