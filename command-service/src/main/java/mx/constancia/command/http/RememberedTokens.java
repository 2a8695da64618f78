package mx.constancia.command.http;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;

/**
 * Remembers for a short time which tokens were verified: a caller sends the same one with each command, and its signature costs more
 * than all the rest of reading a command. A token that has expired, and any that was refused, is always verified.
 */
final class RememberedTokens implements JwtDecoder {

    private static final int MOST = 10_000;

    private final JwtDecoder verifier;
    private final Clock clock;
    private final Cache<String, Jwt> verified;

    RememberedTokens(JwtDecoder verifier, Clock clock, Duration forSoLong) {
        this.verifier = verifier;
        this.clock = clock;
        this.verified = Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(forSoLong).build();
    }

    @Override
    public Jwt decode(String token) {
        @Nullable Jwt known = verified.getIfPresent(token);
        if (known != null && isInForce(known)) {
            return known;
        }
        Jwt jwt = verifier.decode(token);
        verified.put(token, jwt);
        return jwt;
    }

    private boolean isInForce(Jwt jwt) {
        Instant end = jwt.getExpiresAt();
        return end == null || clock.instant().isBefore(end);
    }
}
