package mx.constancia.command.http.problem;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProblemTypeTest {

    /** Clients compare these addresses; they are a promise. */
    @Test
    void addressesNeverChange() {
        assertThat(ProblemType.values()).extracting(type -> type.uri() + " " + type.status()).containsExactly(
                "/problems/malformed-request 400", "/problems/invalid-id 400", "/problems/malformed-json 400",
                "/problems/invalid-body 400", "/problems/idempotency-key-missing 400", "/problems/idempotency-key-invalid 400",
                "/problems/if-match-invalid 400", "/problems/not-authenticated 401", "/problems/role-missing 403",
                "/problems/out-of-scope 403", "/problems/not-found 404", "/problems/unknown-command 404",
                "/problems/unknown-aggregate 404", "/problems/method-not-allowed 405", "/problems/not-acceptable 406",
                "/problems/request-timeout 408", "/problems/already-exists 409", "/problems/state-conflict 409",
                "/problems/stale-version 412", "/problems/body-too-large 413", "/problems/dry-run-too-long 413",
                "/problems/unsupported-media-type 415",
                "/problems/rule-violated 422", "/problems/unknown-code 422", "/problems/idempotency-key-reused 422",
                "/problems/if-match-missing 428", "/problems/headers-too-large 431", "/problems/internal-error 500",
                "/problems/log-unavailable 503", "/problems/issuer-unavailable 503", "/problems/overloaded 503");
    }

    @ParameterizedTest
    @EnumSource
    void aTypeExplainsItselfInTwoLanguages(ProblemType type) {
        assertThat(type.title()).isNotBlank();
        assertThat(type.es()).isNotBlank().isNotEqualTo(type.title());
        assertThat(type.explanation()).endsWith(".");
        assertThat(ProblemType.ofSlug(type.slug())).contains(type);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 405, 406, 408, 413, 415, 431, 500, 503})
    void aStatusHasATypeOfItsOwn(int status) {
        assertThat(ProblemType.ofStatus(status).status()).isEqualTo(status);
    }
}
