package mx.constancia.query.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;

import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CallStateTest {

    @Test
    void aCallIsScheduledUntilItsFirstDayAndOpenUpToItsLast() {
        Document call = call("2026-03-01", "2026-03-31", null, null);

        assertThat(CallState.of(call, LocalDate.of(2026, 2, 28))).isEqualTo(CallState.SCHEDULED);
        assertThat(CallState.of(call, LocalDate.of(2026, 3, 1))).isEqualTo(CallState.OPEN);
        assertThat(CallState.of(call, LocalDate.of(2026, 3, 31))).isEqualTo(CallState.OPEN);
        assertThat(CallState.of(call, LocalDate.of(2026, 4, 1))).isEqualTo(CallState.EXPIRED);
    }

    @Test
    void aPermanentCallStaysOpen() {
        assertThat(CallState.of(call("2026-03-01", null, null, null), LocalDate.of(2036, 1, 1))).isEqualTo(CallState.OPEN);
    }

    @Test
    void aClosedCallWasOpenBeforeItsClosing() {
        Document call = call("2026-03-01", "2026-03-31", "2026-03-20", 4);

        assertThat(CallState.of(call, LocalDate.of(2026, 3, 19))).isEqualTo(CallState.OPEN);
        assertThat(CallState.of(call, LocalDate.of(2026, 3, 20))).isEqualTo(CallState.CLOSED);
    }

    @Test
    void aCallThatNobodyAnsweredIsVoid() {
        assertThat(CallState.of(call("2026-03-01", "2026-03-31", "2026-04-02", 0), LocalDate.of(2026, 4, 2))).isEqualTo(CallState.VOID);
    }

    private static Document call(String opensOn, @Nullable String closesOn, @Nullable String closedOn, @Nullable Integer applications) {
        return new Document("opensOn", opensOn).append("closesOn", closesOn).append("closedOn", closedOn).append("applications", applications);
    }
}
