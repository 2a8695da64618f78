package mx.constancia.query.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.mongodb.ConnectionString;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;

import mx.constancia.testing.Parts;

import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Pages that several writers fill, and what is done at once. */
class MongoViewStoreIT {

    private static MongoClient client;

    private final ViewStore store = new MongoViewStore(client.getDatabase(new ConnectionString(Parts.mongo().newDatabaseUri()).getDatabase()));

    @BeforeAll
    static void connect() {
        client = MongoClients.create(Parts.mongo().uri());
    }

    @AfterAll
    static void disconnect() {
        client.close();
    }

    @Test
    void aPageThatIsThereAlreadyKeepsTheSlotsOfItsOtherWriters() {
        store.write(View.TIMELINE, List.of(fill("0", "7", false)));

        store.write(View.TIMELINE, List.of(fill("0", "0", true), fill("1", "0", true)));

        assertThat(slots("0")).isEqualTo(Map.of("0", "event 0", "7", "event 7"));
        assertThat(slots("1")).isEqualTo(Map.of("0", "event 0"));
    }

    @Test
    void aPageThatIsBegunTwiceIsThereOnce() {
        store.write(View.TIMELINE, List.of(fill("0", "0", true)));

        store.write(View.TIMELINE, List.of(fill("0", "0", true)));

        assertThat(store.count(View.TIMELINE, new Document())).isEqualTo(1);
        assertThat(slots("0")).isEqualTo(Map.of("0", "event 0"));
    }

    @Test
    void whatIsDoneAtOnceIsUnderWayAtTheSameTimeAndAnswersInOrder() {
        CyclicBarrier allHere = new CyclicBarrier(3);

        List<String> answers = store.atOnce(IntStream.range(0, 3).<Supplier<String>>mapToObj(each -> () -> {
            meet(allHere);
            return "answer " + each;
        }).toList());

        assertThat(answers).containsExactly("answer 0", "answer 1", "answer 2");
    }

    @Test
    void aFailureIsThrownWhenNothingIsUnderWayAnyMore() {
        CountDownLatch failed = new CountDownLatch(1);
        AtomicBoolean ended = new AtomicBoolean();

        assertThatThrownBy(() -> store.atOnce(Stream.of(() -> {
            failed.countDown();
            throw new ConcurrentChangeException(View.TIMELINE);
        }, () -> {
            await(failed);
            store.write(View.TIMELINE, List.of(fill("0", "0", true)));
            ended.set(true);
        }))).isInstanceOf(ConcurrentChangeException.class);

        assertThat(ended).isTrue();
    }

    private static void meet(CyclicBarrier barrier) {
        try {
            barrier.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Write fill(String page, String slot, boolean begins) {
        return new Write.Fill(page, Map.of(slot, "event " + slot), begins);
    }

    private Map<String, Object> slots(String page) {
        return Map.copyOf(store.find(View.TIMELINE, List.of(page)).get(page).get("slots", Document.class));
    }
}
