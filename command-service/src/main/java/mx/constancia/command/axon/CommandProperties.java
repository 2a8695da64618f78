package mx.constancia.command.axon;

import java.time.Duration;
import java.time.Period;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How commands are carried out.
 *
 * @param cachedAggregates aggregates kept in memory, at most
 * @param agencyMaximumAge how old the agency may be that a command on one of its mechanisms is judged by
 * @param lockTimeout      how long a command waits for another on the same aggregate
 * @param maxAttempts      decisions made before a command gives up that others always overtake
 * @param snapshotEvery    events of one aggregate between two snapshots
 * @param lateAfter        how long after the fact a LIVE recording is still timely
 * @param rehearsedEvents  events that one rehearsal (dry run of an import) keeps in memory, at most
 */
@ConfigurationProperties("constancia.commands")
public record CommandProperties(
        @DefaultValue("10000") int cachedAggregates,
        @DefaultValue("5s") Duration agencyMaximumAge,
        @DefaultValue("5s") Duration lockTimeout,
        @DefaultValue("20") int maxAttempts,
        @DefaultValue("500") int snapshotEvery,
        @DefaultValue("30d") Period lateAfter,
        @DefaultValue("200000") int rehearsedEvents) {
}
