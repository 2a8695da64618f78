package mx.constancia.query.projection;

import java.time.Duration;

import mx.constancia.events.Topics;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the topic is read.
 *
 * @param topic       the topic with both parts of every event
 * @param group       beginning of the consumer group's name; the version of the views is added
 * @param concurrency consumers in this node; more than the topic has partitions stay idle
 * @param watch       how often the stored progress is compared with the topic and with where the reader is
 * @param retryPause  pause before a batch that failed is tried again
 */
@ConfigurationProperties("constancia.projection")
record ProjectionProperties(
        @DefaultValue(Topics.EVENTS) String topic,
        @DefaultValue("constancia-projector") String group,
        @DefaultValue("1") int concurrency,
        @DefaultValue("2s") Duration watch,
        @DefaultValue("1s") Duration retryPause) {
}
