package mx.constancia.command.eventlog;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Limits of the event log.
 *
 * @param role            the database role that the service works as
 * @param queueCapacity   appends that may wait for the writer
 * @param maxBatchAppends appends committed together, at most
 * @param maxBatchLength  characters of JSON committed together, beyond which a batch takes no further append
 * @param appendTimeout   how long a command waits for its commit
 */
@ConfigurationProperties("constancia.log")
public record EventLogProperties(
        @DefaultValue("constancia_app") String role,
        @DefaultValue("2000") int queueCapacity,
        @DefaultValue("500") int maxBatchAppends,
        @DefaultValue("4000000") int maxBatchLength,
        @DefaultValue("8s") Duration appendTimeout) {
}
