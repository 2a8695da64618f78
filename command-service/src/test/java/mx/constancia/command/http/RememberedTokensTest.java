package mx.constancia.command.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;

class RememberedTokensTest {

    private static final Instant END = Instant.parse("2026-03-01T12:00:00Z");

    private final AtomicReference<Instant> now = new AtomicReference<>(END.minusSeconds(60));
    private final AtomicInteger verified = new AtomicInteger();
    private final Clock clock = new Clock() {

        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now.get();
        }
    };
    private final RememberedTokens tokens = new RememberedTokens(this::verify, clock, Duration.ofMinutes(5));

    @Test
    void aTokenIsVerifiedOnce() {
        Jwt first = tokens.decode("good");

        assertThat(tokens.decode("good")).isSameAs(first);
        assertThat(verified).hasValue(1);
    }

    @Test
    void anotherTokenIsVerifiedForItself() {
        tokens.decode("good");
        tokens.decode("good, but another");

        assertThat(verified).hasValue(2);
    }

    @Test
    void aTokenThatWasRefusedIsNotRemembered() {
        assertThatThrownBy(() -> tokens.decode("bad")).isInstanceOf(BadJwtException.class);
        assertThatThrownBy(() -> tokens.decode("bad")).isInstanceOf(BadJwtException.class);

        assertThat(verified).hasValue(2);
    }

    @Test
    void aTokenIsNotRememberedBeyondItsEnd() {
        tokens.decode("good");
        now.set(END);

        assertThatThrownBy(() -> tokens.decode("good")).isInstanceOf(BadJwtException.class);
    }

    private Jwt verify(String token) {
        verified.incrementAndGet();
        if (token.equals("bad") || !now.get().isBefore(END)) {
            throw new BadJwtException("refused");
        }
        return Jwt.withTokenValue(token).header("alg", "RS256").subject("u").expiresAt(END).build();
    }
}
