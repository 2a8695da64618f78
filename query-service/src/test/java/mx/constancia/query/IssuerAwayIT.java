package mx.constancia.query;

import static org.assertj.core.api.Assertions.assertThat;

import mx.constancia.query.RunningQueryService.Answer;
import mx.constancia.testing.Parts;
import mx.constancia.testing.TestTokens;

import org.junit.jupiter.api.Test;

/** The service starts and answers the public without its issuer, and never takes a token unchecked. */
class IssuerAwayIT {

    @Test
    void publicDataIsReadAndATokenIsAnsweredWithARetryUntilTheIssuerIsThere() {
        TestTokens gone = TestTokens.start();
        String token = gone.token("u", "segob", "OIC_AUDITOR");
        gone.close();
        try (RunningQueryService service = RunningQueryService.start(Parts.kafka().bootstrapServers(), Parts.mongo().newDatabaseUri(),
                Parts.kafka().newPrefix() + "events", "--spring.security.oauth2.resourceserver.jwt.issuer-uri=" + gone.issuer())) {

            assertThat(service.get("/mechanisms").status()).isEqualTo(200);
            Answer refused = service.getAs(token, "/mechanisms");
            assertThat(refused.status()).isEqualTo(503);
            assertThat(refused.header("retry-after")).isEqualTo("1");
            assertThat(refused.body().at("/type").asString()).isEqualTo("/problems/issuer-unavailable");
            assertThat(refused.body().at("/instance").asString()).isEqualTo("/mechanisms");
        }
    }
}
