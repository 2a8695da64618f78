package mx.constancia.testing;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * An issuer of tokens for tests of resource servers: it serves OpenID Connect discovery and its keys over HTTP, and
 * signs whatever claims a test wants. Claims: {@code sub} is the opaque user id, {@code agency} the agency's id,
 * {@code roles} a list of role codes, {@code aud} is {@value #AUDIENCE}.
 */
public final class TestTokens implements AutoCloseable {

    /** The audience of Constancia's services. */
    public static final String AUDIENCE = "constancia";

    private static final Duration VALIDITY = Duration.ofMinutes(10);

    private final HttpServer server;
    private final RSAKey key = newKey();
    private final RSAKey foreignKey = newKey();

    private TestTokens(HttpServer server) {
        this.server = server;
    }

    /** The issuer that all tests of this JVM share. */
    public static TestTokens shared() {
        return Shared.ISSUER;
    }

    /** Starts an issuer with a fresh key on a free loopback port. */
    public static TestTokens start() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            TestTokens tokens = new TestTokens(server);
            Map<String, Object> discovery = Map.of(
                    "issuer", tokens.issuer(),
                    "jwks_uri", tokens.jwksUri(),
                    "authorization_endpoint", tokens.issuer() + "/oauth2/authorize",
                    "token_endpoint", tokens.issuer() + "/oauth2/token",
                    "response_types_supported", List.of("code"),
                    "subject_types_supported", List.of("public"),
                    "id_token_signing_alg_values_supported", List.of(JWSAlgorithm.RS256.getName()));
            serve(server, "/.well-known/openid-configuration", discovery);
            serve(server, "/oauth2/jwks", new JWKSet(tokens.key).toJSONObject());
            server.start();
            return tokens;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The issuer's address and the {@code iss} of its tokens. */
    public String issuer() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Where its public key is. */
    public String jwksUri() {
        return issuer() + "/oauth2/jwks";
    }

    /** A valid token, save for what the test changes in its claims. */
    public String token(Consumer<JWTClaimsSet.Builder> change) {
        return signed(key, change);
    }

    /** A valid token of this user of this agency. */
    public String token(String subject, String agency, String... roles) {
        return token(claims -> describe(claims, subject, agency, roles));
    }

    /** A token whose validity ended an hour ago. */
    public String expired(String subject, String agency, String... roles) {
        Instant end = Instant.now().minus(Duration.ofHours(1));
        return token(claims -> describe(claims, subject, agency, roles)
                .issueTime(Date.from(end.minus(VALIDITY)))
                .notBeforeTime(Date.from(end.minus(VALIDITY)))
                .expirationTime(Date.from(end)));
    }

    /** A token that claims to be this issuer's but is signed with a key that the issuer does not have. */
    public String foreign(String subject, String agency, String... roles) {
        return signed(foreignKey, claims -> describe(claims, subject, agency, roles));
    }

    /** A token that names a key that the issuer does not have, or not yet. */
    public String unknownKey(String subject, String agency, String... roles) {
        return signed(foreignKey, foreignKey.getKeyID(), claims -> describe(claims, subject, agency, roles));
    }

    /** A token of this issuer's key that names another issuer. */
    public String wrongIssuer(String subject, String agency, String... roles) {
        return token(claims -> describe(claims, subject, agency, roles).issuer("https://another-issuer.example"));
    }

    /** A token that was issued for another service. */
    public String wrongAudience(String subject, String agency, String... roles) {
        return token(claims -> describe(claims, subject, agency, roles).audience("another-service"));
    }

    /** Stops answering. */
    @Override
    public void close() {
        server.stop(0);
    }

    private String signed(RSAKey signingKey, Consumer<JWTClaimsSet.Builder> change) {
        // The foreign key's tokens carry the known key's id, so that only the signature gives them away.
        return signed(signingKey, key.getKeyID(), change);
    }

    private String signed(RSAKey signingKey, String keyId, Consumer<JWTClaimsSet.Builder> change) {
        Instant now = Instant.now();
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                .issuer(issuer())
                .audience(AUDIENCE)
                .jwtID(UUID.randomUUID().toString())
                .issueTime(Date.from(now))
                .notBeforeTime(Date.from(now))
                .expirationTime(Date.from(now.plus(VALIDITY)));
        change.accept(claims);
        SignedJWT token = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(keyId).build(), claims.build());
        try {
            token.sign(new RSASSASigner(signingKey));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException("Cannot sign a test token", e);
        }
    }

    private static JWTClaimsSet.Builder describe(
            JWTClaimsSet.Builder claims, String subject, String agency, String... roles) {
        return claims.subject(subject).claim("agency", agency).claim("roles", List.of(roles));
    }

    private static void serve(HttpServer server, String path, Map<String, Object> document) {
        byte[] body = JSONObjectUtils.toJSONString(document).getBytes(StandardCharsets.UTF_8);
        server.createContext(path, exchange -> answer(exchange, body));
    }

    private static void answer(HttpExchange exchange, byte[] body) throws IOException {
        try (exchange) {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private static RSAKey newKey() {
        try {
            return new RSAKeyGenerator(2048)
                    .keyIDFromThumbprint(true)
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.RS256)
                    .generate();
        } catch (JOSEException e) {
            throw new IllegalStateException("Cannot make a test key", e);
        }
    }

    private static final class Shared {
        static final TestTokens ISSUER = AtExit.close(start());
    }
}
