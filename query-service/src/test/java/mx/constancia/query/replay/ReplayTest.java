package mx.constancia.query.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

import mx.constancia.events.EventJson;
import mx.constancia.events.StoredEvent;
import mx.constancia.query.History;
import mx.constancia.query.log.LogEntries;
import mx.constancia.query.log.LogReader;
import mx.constancia.query.store.InMemoryViewStore;
import mx.constancia.query.store.SlottedEvent;
import mx.constancia.query.store.View;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReplayTest {

    private static final int EVENTS = 600;
    private static final List<StoredEvent> EVERY = history().events();

    private final InMemoryViewStore store = new InMemoryViewStore();
    private final LogReader log = new LogReader(store);

    ReplayTest() {
        store.write(View.LOG, LogEntries.writes(EVERY.stream().map(SlottedEvent::of).toList()));
    }

    @Test
    void fromEveryPositionItGivesExactlyTheRest() {
        for (int first = 0; first < EVENTS; first++) {
            assertThat(positions(Map.of("from", first))).isEqualTo(range(first, EVENTS - 1));
        }
    }

    @Test
    void aStretchEndsWhereItWasToEnd() {
        assertThat(positions(Map.of("from", 250, "to", 260))).isEqualTo(range(250, 260));
        assertThat(positions(Map.of("after", 511, "to", 511))).isEmpty();
        assertThat(positions(Map.of("from", 10, "after", 20, "to", 22))).isEqualTo(range(21, 22));
    }

    @Test
    void everyFilterLetsThroughWhatItNames() {
        StoredEvent some = EVERY.get(300);

        assertThat(positions(Map.of("stream", "mechanism-comite"))).allMatch(position -> position % 2 == 1).hasSize(EVENTS / 2);
        assertThat(positions(Map.of("agency", "salud"))).isEqualTo(positions(Map.of("stream", "mechanism-comite")));
        assertThat(positions(Map.of("type", "mechanism.call-opened.v1"))).hasSize(EVENTS / 2);
        assertThat(positions(Map.of("type", "mechanism.call-opened.v9"))).isEmpty();
        assertThat(positions(Map.of("recordedFrom", some.recordedAt(), "recordedTo", some.recordedAt()))).containsExactly(300L);
        assertThat(positions(Map.of("occurredFrom", "2026-01-06", "occurredTo", "2026-01-08"))).containsExactly(1L, 2L, 3L);
        assertThat(positions(Map.of("occurredFrom", "2026-01-06", "occurredTo", "2026-01-08", "agency", "salud"))).containsExactly(1L, 3L);
    }

    @Test
    void aSearchEndsAfterSoManyPagesAndSaysWhereToGoOn() {
        List<Long> found = new ArrayList<>();

        long done = replay(Map.of("recordedFrom", EVERY.get(550).recordedAt())).run(log, 2, entry -> found.add(entry.position()));

        assertThat(found).isEmpty();
        assertThat(done).isEqualTo(511);
    }

    @Test
    void nothingIsReadAfterThePeriodOfRecording() {
        store.all(View.LOG).remove("512");

        assertThat(positions(Map.of("recordedTo", EVERY.get(300).recordedAt()))).isEqualTo(range(0, 300));
    }

    @Test
    void aMissingEventIsNotTakenForTheEnd() {
        store.all(View.LOG).remove("32");

        assertThatExceptionOfType(LogNotThereException.class).isThrownBy(() -> positions(Map.of()));
    }

    private List<Long> positions(Map<String, Object> parameters) {
        List<Long> found = new ArrayList<>();
        replay(parameters).run(log, Long.MAX_VALUE, entry -> found.add(entry.position()));
        return found;
    }

    private static Replay replay(Map<String, Object> parameters) {
        Map<String, Object> filter = new HashMap<>(parameters);
        Long from = position(filter.remove("from"));
        Long after = position(filter.remove("after"));
        Long to = position(filter.remove("to"));
        return Replay.of(from, after, to, EventJson.MAPPER.convertValue(filter, EventFilter.class), EVENTS - 1);
    }

    private static @Nullable Long position(@Nullable Object value) {
        return value == null ? null : ((Number) value).longValue();
    }

    private static List<Long> range(long first, long last) {
        return LongStream.rangeClosed(first, last).boxed().toList();
    }

    private static History history() {
        History history = new History();
        for (int number = 0; number < EVENTS / 4; number++) {
            history.called("consejo", "segob", "C-" + number).called("comite", "salud", "C-" + number)
                    .invited("consejo", "segob", "I-" + number).appointed("comite", "salud", "A-" + number);
        }
        return history;
    }
}
