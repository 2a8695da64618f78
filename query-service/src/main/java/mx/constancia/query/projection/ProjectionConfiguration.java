package mx.constancia.query.projection;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;

import mx.constancia.query.log.VisibleHead;
import mx.constancia.query.store.Generations;
import mx.constancia.query.store.ViewStore;
import mx.constancia.query.timeline.TimelinePages;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.KafkaAdmin;

@Configuration(proxyBeanMethods = false)
class ProjectionConfiguration {

    private static final int ADMIN_TIMEOUT_MILLIS = 3_000;

    /** Of the living views, to look at; the followers project into one generation each. */
    @Bean
    Projector projector(ViewStore store) {
        return new Projector(store);
    }

    @Bean
    ProjectionStatus projectionStatus() {
        return new ProjectionStatus();
    }

    @Bean
    TopicOffsets topicOffsets(Admin admin, ProjectionProperties properties, ConsumerFactory<? super String, ? super byte[]> consumers) {
        return new TopicOffsets(admin, properties.topic(), consumers);
    }

    @Bean
    GenerationKeeper generationKeeper(ViewStore store, Generations generations, ConsumerFactory<? super String, ? super byte[]> consumers,
            ProjectionProperties properties, ProjectionMeters meters, ProjectionStatus status, VisibleHead head, TopicOffsets offsets,
            TimelinePages timelines, ParkedReplay parked, RebuildStatus rebuild, Clock clock) {
        Followers followers = new Followers(consumers, properties, generations, meters, status::topicId,
                new EventReader.Reports(status, head::refresh));
        return new GenerationKeeper(store, generations, followers, head, offsets, new Orders(store, timelines, parked, clock),
                new Rebuild(offsets, head, rebuild), rebuild, status, properties, clock);
    }

    @Bean(destroyMethod = "close")
    Admin projectionAdmin(KafkaAdmin kafka) {
        Map<String, Object> settings = new HashMap<>(kafka.getConfigurationProperties());
        settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, ADMIN_TIMEOUT_MILLIS);
        settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, ADMIN_TIMEOUT_MILLIS);
        return Admin.create(settings);
    }

    @Bean
    TopicWatch topicWatch(TopicOffsets offsets, Projector projector, ViewStore store, VisibleHead head, ProjectionStatus status) {
        return new TopicWatch(offsets, projector, store, head, status);
    }
}
