package mx.constancia.query.store;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Limits of the work with MongoDB.
 *
 * @param timeout     how long to look for a server, to connect, and to wait for a free connection; an answer may take five times as long
 * @param connections connections at most
 */
@ConfigurationProperties("constancia.store")
record StoreProperties(@DefaultValue("2s") Duration timeout, @DefaultValue("64") int connections) {
}
