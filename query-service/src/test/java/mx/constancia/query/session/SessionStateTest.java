package mx.constancia.query.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;

import org.bson.Document;
import org.junit.jupiter.api.Test;

class SessionStateTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 5);

    @Test
    void aSessionIsConvenedUntilItsDayHasPassed() {
        Document session = new Document("convenedFor", DAY.toString());

        assertThat(SessionState.of(session, DAY)).isEqualTo(SessionState.CONVENED);
        assertThat(SessionState.of(session, DAY.plusDays(1))).isEqualTo(SessionState.NOT_HELD);
    }

    @Test
    void aSessionThatMetLaterThanConvenedWasNotHeldInBetween() {
        Document session = new Document("convenedFor", DAY.toString()).append("heldOn", DAY.plusDays(3).toString());

        assertThat(SessionState.of(session, DAY.plusDays(2))).isEqualTo(SessionState.NOT_HELD);
        assertThat(SessionState.of(session, DAY.plusDays(3))).isEqualTo(SessionState.HELD);
    }

    @Test
    void aSessionWithoutANoticeIsHeldAllTheSame() {
        assertThat(SessionState.of(new Document("heldOn", DAY.toString()), DAY)).isEqualTo(SessionState.HELD);
    }
}
