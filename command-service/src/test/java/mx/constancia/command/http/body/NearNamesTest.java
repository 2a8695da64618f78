package mx.constancia.command.http.body;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;

class NearNamesTest {

    private static final List<String> KNOWN = List.of("open-call", "close-call", "amend-call", "appoint-member", "at");

    @Test
    void aSlipIsFound() {
        assertThat(NearNames.of("opn-call", KNOWN)).startsWith("open-call");
        assertThat(NearNames.of("apoint-membre", KNOWN)).containsExactly("appoint-member");
    }

    @Test
    void caseDoesNotMatter() {
        assertThat(NearNames.of("OPEN-CALL", KNOWN)).startsWith("open-call");
    }

    @Test
    void whatIsFarIsNotFound() {
        assertThat(NearNames.of("dissolve", KNOWN)).isEmpty();
        assertThat(NearNames.of("", KNOWN)).isEmpty();
        assertThat(NearNames.of("x".repeat(100_000), KNOWN)).isEmpty();
    }
}
