package mx.constancia.query.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;

import mx.constancia.query.History;
import mx.constancia.query.store.InMemoryViewStore;
import mx.constancia.query.store.SlottedEvent;
import mx.constancia.query.store.View;
import mx.constancia.query.store.ViewStore;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class VisibleHeadTest {

    private static final int MANY = 20;
    private static final long LAST = 4;

    private final InMemoryViewStore store = new InMemoryViewStore();
    private final AtomicInteger readings = new AtomicInteger();
    private final AtomicBoolean away = new AtomicBoolean();
    private final CountDownLatch answer = new CountDownLatch(1);
    private final VisibleHead head = new VisibleHead(slow(store));

    @BeforeEach
    void aLogOfSomeEvents() {
        History history = new History();
        LongStream.rangeClosed(0, LAST).forEach(each -> history.agency("sep-" + each));
        store.write(View.LOG, LogEntries.writes(history.events().stream().map(SlottedEvent::of).toList()));
    }

    @Test
    void allWhoAskDuringAReadingShareTheNextOne() throws Exception {
        FutureTask<Long> first = asks();
        await().until(() -> readings.get() == 1);
        List<FutureTask<Long>> others = manyAskAndWait();

        answer.countDown();

        assertThat(first.get()).isEqualTo(LAST);
        for (FutureTask<Long> each : others) {
            assertThat(each.get()).isEqualTo(LAST);
        }
        assertThat(readings).hasValueBetween(2, 3);
    }

    @Test
    void aReadingThatFailsFailsForOneOnly() throws Exception {
        away.set(true);
        FutureTask<Long> first = asks();
        await().until(() -> readings.get() == 1);
        List<FutureTask<Long>> others = manyAskAndWait();

        answer.countDown();

        assertThatThrownBy(first::get).isInstanceOf(ExecutionException.class).hasRootCauseMessage("away");
        for (FutureTask<Long> each : others) {
            assertThat(each.get()).isEqualTo(LAST);
        }
    }

    @Test
    void whoWaitsForAPositionIsToldWhenAnotherReadingFindsIt() throws Exception {
        answer.countDown();
        FutureTask<Boolean> waits = new FutureTask<>(() -> head.await(LAST, Duration.ofSeconds(20)));
        Thread.ofPlatform().daemon().start(waits);

        head.refresh();

        assertThat(waits.get()).isTrue();
    }

    @Test
    void whoWaitsForAPositionThatDoesNotComeIsToldAfterTheLimit() throws Exception {
        answer.countDown();

        assertThat(head.await(LAST + 1, Duration.ofMillis(50))).isFalse();
    }

    private FutureTask<Long> asks() {
        FutureTask<Long> asking = new FutureTask<>(head::refresh);
        Thread.ofPlatform().daemon().start(asking);
        return asking;
    }

    private List<FutureTask<Long>> manyAskAndWait() {
        List<FutureTask<Long>> asking = new ArrayList<>();
        List<Thread> threads = new ArrayList<>();
        for (int each = 0; each < MANY; each++) {
            asking.add(new FutureTask<>(head::refresh));
            threads.add(Thread.ofPlatform().daemon().start(asking.getLast()));
        }
        await().until(() -> threads.stream().allMatch(thread -> thread.getState() == Thread.State.WAITING));
        return asking;
    }

    /** A store whose first reading lasts until {@link #answer}, and then fails when it is {@link #away}. */
    private ViewStore slow(ViewStore store) {
        return (ViewStore) Proxy.newProxyInstance(ViewStore.class.getClassLoader(), new Class<?>[] {ViewStore.class}, (proxy, method, arguments) -> {
            if (method.getName().equals("find") && arguments[0] == View.PROGRESS) {
                readings.incrementAndGet();
                answer.await();
                if (away.getAndSet(false)) {
                    throw new IllegalStateException("away");
                }
            }
            try {
                return method.invoke(store, arguments);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        });
    }
}
