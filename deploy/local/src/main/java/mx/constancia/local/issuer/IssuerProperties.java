package mx.constancia.local.issuer;

import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Settings of the issuer.
 *
 * @param url             its name, the {@code iss} of every token
 * @param directory       where the signing key is kept
 * @param accessTokenLife how long an access token is valid
 */
@ConfigurationProperties("constancia.issuer")
record IssuerProperties(String url, Path directory, Duration accessTokenLife) {
}
