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
            assertTemporary(refused);
            assertThat(refused.body().at("/instance").asString()).isEqualTo("/mechanisms");
        }
    }

    @Test
    void aTokenThatNamesAnUnknownKeyIsRefusedOnlyWhenTheIssuerSaysThatItHasNoSuchKey() {
        TestTokens issuer = TestTokens.start();
        String known = issuer.token("u", "segob", "OIC_AUDITOR");
        String unknown = issuer.unknownKey("u", "segob", "OIC_AUDITOR");
        try (RunningQueryService service = RunningQueryService.start(Parts.kafka().bootstrapServers(), Parts.mongo().newDatabaseUri(),
                Parts.kafka().newPrefix() + "events", "--spring.security.oauth2.resourceserver.jwt.issuer-uri=" + issuer.issuer(),
                "--constancia.http.issuer-interval=1ms", "--constancia.http.issuer-timeout=60s")) {
            assertThat(service.getAs(known, "/mechanisms").status()).isEqualTo(200);
            assertThat(service.getAs(unknown, "/mechanisms").status()).isEqualTo(401);

            issuer.close();

            assertTemporary(service.getAs(unknown, "/mechanisms"));
            assertTemporary(service.getAs(unknown, "/mechanisms"));
            assertThat(service.getAs(known, "/mechanisms").status()).isEqualTo(200);
        }
    }

    private static void assertTemporary(Answer refused) {
        assertThat(refused.status()).isEqualTo(503);
        assertThat(refused.header("retry-after")).isEqualTo("1");
        assertThat(refused.body().at("/type").asString()).isEqualTo("/problems/issuer-unavailable");
    }
}
