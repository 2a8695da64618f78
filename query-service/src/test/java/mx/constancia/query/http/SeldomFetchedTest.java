package mx.constancia.query.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.springframework.test.web.client.ExpectedCount.once;
import static org.springframework.test.web.client.ExpectedCount.twice;
import static org.springframework.test.web.client.match.MockRestRequestMatchers.requestTo;
import static org.springframework.test.web.client.response.MockRestResponseCreators.withException;
import static org.springframework.test.web.client.response.MockRestResponseCreators.withServerError;
import static org.springframework.test.web.client.response.MockRestResponseCreators.withSuccess;

import java.net.SocketTimeoutException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.test.web.client.MockRestServiceServer;
import org.springframework.web.client.HttpServerErrorException;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestTemplate;

class SeldomFetchedTest {

    private static final String KEYS = "https://issuer.example/keys";

    private final RestTemplate rest = new RestTemplate();
    private final MockRestServiceServer issuer = MockRestServiceServer.createServer(rest);
    private Instant now = Instant.parse("2026-03-01T12:00:00Z");

    SeldomFetchedTest() {
        rest.getInterceptors().add(new SeldomFetched(Duration.ofSeconds(10), new MovedClock()));
    }

    @Test
    void theKeysAreFetchedOnceInAnIntervalHoweverOftenTheyAreAskedFor() {
        issuer.expect(once(), requestTo(KEYS)).andRespond(withSuccess("{\"keys\":[]}", MediaType.APPLICATION_JSON));

        for (int time = 0; time < 5; time++) {
            assertThat(rest.getForObject(KEYS, String.class)).isEqualTo("{\"keys\":[]}");
        }
        issuer.verify();
    }

    @Test
    void afterTheIntervalTheyAreFetchedAgain() {
        issuer.expect(twice(), requestTo(KEYS)).andRespond(withSuccess("{}", MediaType.APPLICATION_JSON));

        rest.getForObject(KEYS, String.class);
        now = now.plusSeconds(11);
        rest.getForObject(KEYS, String.class);

        issuer.verify();
    }

    @Test
    void anIssuerThatDoesNotAnswerIsNotAskedAgainWithinTheInterval() {
        issuer.expect(once(), requestTo(KEYS)).andRespond(withException(new SocketTimeoutException()));
        issuer.expect(once(), requestTo(KEYS)).andRespond(withSuccess("{}", MediaType.APPLICATION_JSON));

        for (int time = 0; time < 3; time++) {
            assertThatExceptionOfType(ResourceAccessException.class).isThrownBy(() -> rest.getForObject(KEYS, String.class));
        }
        now = now.plusSeconds(11);
        assertThat(rest.getForObject(KEYS, String.class)).isEqualTo("{}");
    }

    @Test
    void anErrorOfTheIssuerIsGivenAgainWithinTheInterval() {
        issuer.expect(once(), requestTo(KEYS)).andRespond(withServerError());
        issuer.expect(once(), requestTo(KEYS)).andRespond(withSuccess("{}", MediaType.APPLICATION_JSON));

        for (int time = 0; time < 3; time++) {
            assertThatExceptionOfType(HttpServerErrorException.class).isThrownBy(() -> rest.getForObject(KEYS, String.class));
        }
        now = now.plusSeconds(11);
        assertThat(rest.getForObject(KEYS, String.class)).isEqualTo("{}");
    }

    @Test
    void whatWasFetchedBeforeIsNotGivenOnceTheIssuerDoesNotAnswer() {
        issuer.expect(once(), requestTo(KEYS)).andRespond(withSuccess("{}", MediaType.APPLICATION_JSON));
        issuer.expect(once(), requestTo(KEYS)).andRespond(withException(new SocketTimeoutException()));

        rest.getForObject(KEYS, String.class);
        now = now.plusSeconds(11);
        for (int time = 0; time < 3; time++) {
            assertThatExceptionOfType(ResourceAccessException.class).isThrownBy(() -> rest.getForObject(KEYS, String.class));
        }
    }

    private final class MovedClock extends Clock {

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
