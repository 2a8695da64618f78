package mx.constancia.query.http;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Limits of the adapter.
 *
 * @param minPositionWait    longest wait for {@code min-position}
 * @param minPositionWaiters requests that may wait for it at once
 * @param issuerTimeout      longest wait for the issuer's keys
 * @param issuerInterval     shortest time between two fetches of them: for so long a key that the issuer has since added is
 *                           unknown, and an issuer that is back is away
 */
@ConfigurationProperties("constancia.http")
record HttpProperties(
        @DefaultValue("2s") Duration minPositionWait,
        @DefaultValue("500") int minPositionWaiters,
        @DefaultValue("3s") Duration issuerTimeout,
        @DefaultValue("1s") Duration issuerInterval) {
}
