package mx.constancia.query.projection;

import java.time.Duration;

import mx.constancia.events.Topics;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the topic is read.
 *
 * @param topic       the topic with both parts of every event
 * @param group       beginning of the consumer group's name; version and generation of the views are added
 * @param concurrency consumers in this node, which share its partitions
 * @param pace        how long the brokers let records gather before they answer, unless there is a megabyte of them
 * @param watch       how often the stored progress is compared with the topic and with where the reader is
 * @param retryPause  pause before a batch that failed is tried again
 * @param keepRetired how long views that were replaced or given up stay, for readers that are not done with them
 */
@ConfigurationProperties("constancia.projection")
record ProjectionProperties(
        @DefaultValue(Topics.EVENTS) String topic,
        @DefaultValue("constancia-projector") String group,
        @DefaultValue("1") int concurrency,
        @DefaultValue("20ms") Duration pace,
        @DefaultValue("2s") Duration watch,
        @DefaultValue("1s") Duration retryPause,
        @DefaultValue("5m") Duration keepRetired) {
}
