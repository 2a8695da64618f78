package mx.constancia.query.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;

import mx.constancia.events.StoredEvent;
import mx.constancia.query.History;
import mx.constancia.query.http.Reader;
import mx.constancia.query.log.LogEntries;
import mx.constancia.query.log.LogReader;
import mx.constancia.query.replay.EventFilter;
import mx.constancia.query.store.InMemoryViewStore;
import mx.constancia.query.store.SlottedEvent;
import mx.constancia.query.store.View;

import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

class EventStreamTest {

    private static final EventFilter ALL = filter(null);
    private static final EventFilter NOTHING = filter("mechanism-none");
    private static final Reader PUBLIC = new Reader(null, Set.of());
    private static final List<StoredEvent> LOG = history().events();
    private static final long LAST = LOG.size() - 1;

    private final InMemoryViewStore store = new InMemoryViewStore();
    private final ByteArrayOutputStream sent = new ByteArrayOutputStream();
    private Duration heartbeat = Duration.ofHours(1);

    @Test
    void historyAndWhatHappensNowFollowWithoutHoleAndDuplicate() throws Exception {
        for (long after = -1; after < LAST; after += 7) {
            sent.reset();
            store.empty();
            CutOff reason = stream(ALL, after, 3, 255, 256, 300, 301, 511, LAST);

            assertThat(ids()).isEqualTo(LongStream.rangeClosed(after + 1, LAST).boxed().toList());
            assertThat(reason).isEqualTo(CutOff.CLOSING);
        }
    }

    @Test
    void checkpointsTellAClientHowFarTheStreamIsThoughNothingMatched() throws Exception {
        stream(NOTHING, -1, LAST);

        assertThat(text()).contains("id: 99\nevent: checkpoint\ndata: {\"position\":99}\n\n");
        assertThat(ids()).containsExactly(99L, 199L, 299L, 399L, 499L, 599L);
    }

    @Test
    void theSilenceOfAnUnchangedHeadIsBrokenByHeartbeats() throws Exception {
        heartbeat = Duration.ofNanos(1);

        new EventStream((position, limit) -> {
            throw new AssertionError("It was silent for too long already.");
        }, pages(), properties(), new Ticks(4), ALL, PUBLIC, Instant.EPOCH.plusSeconds(3), new Frames(sent)).run(-1);

        assertThat(text()).isEqualTo(": heartbeat\n\n".repeat(4));
    }

    @Test
    void aStreamEndsWithItsToken() throws Exception {
        CutOff reason = new EventStream(head(0, 1, 2, 3, 4), pages(), properties(), new Ticks(9), ALL, PUBLIC,
                Instant.EPOCH.plusSeconds(3), new Frames(sent)).run(-1);

        assertThat(reason).isEqualTo(CutOff.TOKEN_EXPIRED);
        assertThat(ids()).containsExactly(0L, 1L, 2L);
    }

    @Test
    void aPositionThatIsNotThereAnyMoreIsNotPassedOver() throws Exception {
        EventStream stream = new EventStream((position, limit) -> LAST, pages(), properties(), Clock.systemUTC(), ALL, PUBLIC, Instant.MAX,
                new Frames(sent));
        write(0, 256);

        assertThat(stream.run(-1)).isEqualTo(CutOff.VIEWS_UNAVAILABLE);
        assertThat(ids()).isEqualTo(LongStream.rangeClosed(0, 255).boxed().toList());
    }

    @Test
    void whatOneClientHasReadIsReadForTheOthersToo() throws Exception {
        SharedPages shared = pages();
        write(0, 300);
        shared.read(0, 299);
        shared.read(256, 299);
        store.empty();
        write(300, 310);

        assertThat(shared.read(10, 299)).hasSize(246);
        assertThat(shared.read(290, 309)).extracting(SharedEntry::position).isEqualTo(LongStream.rangeClosed(290, 309).boxed().toList());
    }

    /** Puts positions into the log, from one up to another one without it. */
    private void write(int from, int to) {
        store.write(View.LOG, LogEntries.writes(LOG.subList(from, to).stream().map(SlottedEvent::of).toList()));
    }

    private CutOff stream(EventFilter filter, long after, long... heads) throws IOException, InterruptedException {
        return new EventStream(head(heads), pages(), properties(), Clock.systemUTC(), filter, PUBLIC, Instant.MAX, new Frames(sent)).run(after);
    }

    /** A head that is at each of these in turn, and then closes. The log is there up to it and no further. */
    private MovingHead head(long... heads) {
        Iterator<Long> next = Arrays.stream(heads).iterator();
        long[] current = {-1};
        return (position, limit) -> {
            while (current[0] <= position) {
                if (!next.hasNext()) {
                    throw new MovingHead.ClosingException();
                }
                long before = current[0];
                current[0] = next.next();
                write((int) before + 1, (int) current[0] + 1);
            }
            return current[0];
        };
    }

    private SharedPages pages() {
        return new SharedPages(new LogReader(store), properties());
    }

    private StreamProperties properties() {
        return new StreamProperties(1, Duration.ZERO, Duration.ZERO, heartbeat, 100, 2, 1, DataSize.ofKilobytes(8), DataSize.ofKilobytes(8));
    }

    private String text() {
        return sent.toString(StandardCharsets.UTF_8);
    }

    private List<Long> ids() {
        return text().lines().filter(line -> line.startsWith("id: ")).map(line -> Long.valueOf(line.substring(4))).toList();
    }

    private static EventFilter filter(String stream) {
        return new EventFilter(stream, null, null, null, null, null, null);
    }

    private static History history() {
        History history = new History();
        for (int number = 0; number < 650; number++) {
            history.called("consejo", "segob", "C-" + number);
        }
        return history;
    }

    /** A clock that goes on by a second whenever it is read. */
    private static final class Ticks extends Clock {

        private final int limit;
        private int reads;

        Ticks(int limit) {
            this.limit = limit;
        }

        @Override
        public Instant instant() {
            assertThat(reads).as("readings").isLessThan(limit);
            return Instant.EPOCH.plusSeconds(reads++);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
