package mx.constancia.command.relay;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import mx.constancia.events.Topics;

/**
 * How the relay works.
 *
 * @param eventsTopic       topic of both parts of every event
 * @param publicTopic       topic of the public part of every event
 * @param replicationFactor replicas of the topics that the relay creates
 * @param minInSyncReplicas replicas that must hold a record before it counts as sent, in the topics that the relay creates
 * @param batchSize         events sent between two movements of the stored position
 * @param batchBytes        bytes of JSON beyond which a batch takes no further event
 * @param linger            how long a record waits for others to share a request with
 * @param pollInterval      how soon an event of another node is noticed
 * @param electionInterval  how often a standby tries to become the active relay
 * @param deliveryTimeout   how long the brokers may take to acknowledge a record
 * @param longestPause      longest wait before a new attempt after a failure
 */
@ConfigurationProperties("constancia.relay")
public record RelayProperties(
        @DefaultValue(Topics.EVENTS) String eventsTopic,
        @DefaultValue(Topics.PUBLIC_EVENTS) String publicTopic,
        @DefaultValue("1") short replicationFactor,
        @DefaultValue("1") short minInSyncReplicas,
        @DefaultValue("1000") int batchSize,
        @DefaultValue("4000000") int batchBytes,
        @DefaultValue("10ms") Duration linger,
        @DefaultValue("100ms") Duration pollInterval,
        @DefaultValue("1s") Duration electionInterval,
        @DefaultValue("30s") Duration deliveryTimeout,
        @DefaultValue("5s") Duration longestPause) {
}
