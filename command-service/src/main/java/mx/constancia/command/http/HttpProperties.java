package mx.constancia.command.http;

import java.net.URI;
import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Limits and addresses of the adapter.
 *
 * @param maxBody       largest body of a command
 * @param maxConcurrent commands under way at once; more wait
 * @param maxWait       longest wait for a place among them
 * @param readBase      address of the query service, to which {@code Location} points; empty where one address serves both
 * @param issuerTimeout longest wait for the issuer's keys
 * @param rememberTokens how long a verified token is not verified again; as long may a withdrawn key of the issuer still serve
 * @param issuerInterval shortest time between two fetches of them
 * @param maxBodyTime   longest time in which a body arrives; the server only limits its pauses
 */
@ConfigurationProperties("constancia.http")
public record HttpProperties(
        @DefaultValue("256KB") DataSize maxBody,
        @DefaultValue("512") int maxConcurrent,
        @DefaultValue("2s") Duration maxWait,
        @DefaultValue("") URI readBase,
        @DefaultValue("3s") Duration issuerTimeout,
        @DefaultValue("30s") Duration rememberTokens,
        @DefaultValue("10s") Duration issuerInterval,
        @DefaultValue("30s") Duration maxBodyTime) {
}
