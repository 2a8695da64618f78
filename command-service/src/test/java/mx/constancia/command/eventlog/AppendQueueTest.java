package mx.constancia.command.eventlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AppendQueueTest {

    private static final Duration NO_TIME = Duration.ZERO;

    private final AppendQueue queue = new AppendQueue(10, 4, 1_000);

    @Test
    void whatWaitsTogetherIsOneBatch() throws Exception {
        offer("a", 10, null);
        offer("b", 10, null);

        assertThat(nextStreams()).containsExactly("a", "b");
        assertThat(queue.isEmpty()).isTrue();
        assertThat(nextStreams()).isEmpty();
    }

    @Test
    void aStreamOccursOnceInABatchAndItsAppendsKeepTheirOrder() throws Exception {
        PendingAppend first = offer("a", 1, null);
        PendingAppend second = offer("a", 2, null);
        PendingAppend other = offer("b", 1, null);
        PendingAppend third = offer("a", 3, null);

        assertThat(queue.nextBatch(NO_TIME)).containsExactly(first, other);
        assertThat(queue.nextBatch(NO_TIME)).containsExactly(second);
        assertThat(queue.isEmpty()).isFalse();
        assertThat(queue.nextBatch(NO_TIME)).containsExactly(third);
    }

    @Test
    void aKeyOccursOnceInABatch() throws Exception {
        offer("a", 1, new ReceiptKey("account", "key", "f"));
        offer("b", 1, new ReceiptKey("account", "key", "f"));
        offer("c", 1, new ReceiptKey("another account", "key", "f"));

        assertThat(nextStreams()).containsExactly("a", "c");
        assertThat(nextStreams()).containsExactly("b");
    }

    @Test
    void theAppendsOfARunStayTogether() throws Exception {
        PendingAppend run = new PendingAppend(List.of(append("a", 0, "first"), append("a", 1, "second"), append("a", 2, "third")));
        assertThat(queue.offer(run, NO_TIME)).isTrue();
        offer("b", 1, null);
        offer("c", 1, null);

        assertThat(queue.nextBatch(NO_TIME)).first().isSameAs(run);
        assertThat(nextStreams()).as("a run counts as many as it has").containsExactly("c");
    }

    @Test
    void aRunWaitsForAnEarlierAppendWithOneOfItsKeys() throws Exception {
        offer("b", 1, new ReceiptKey("account", "second", "f"));
        PendingAppend run = new PendingAppend(List.of(append("a", 0, "first"), append("a", 1, "second")));
        assertThat(queue.offer(run, NO_TIME)).isTrue();

        assertThat(nextStreams()).containsExactly("b");
        assertThat(nextStreams()).containsExactly("a");
    }

    @Test
    void theAppendsOfARunFollowOnEachOther() {
        assertThatThrownBy(() -> new PendingAppend(List.of(append("a", 0, "first"), append("a", 2, "second"))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new PendingAppend(List.of(append("a", 0, "first"), append("b", 1, "second"))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Append append(String stream, long version, String key) {
        return new Append(stream, version, List.of(new NewEvent("id", "test.noted.v1", "{}", "{}", null)),
                new ReceiptKey("account", key, "f"));
    }

    @Test
    void aBatchIsBoundedInNumber() throws Exception {
        for (String stream : List.of("a", "b", "c", "d", "e")) {
            offer(stream, 1, null);
        }

        assertThat(nextStreams()).containsExactly("a", "b", "c", "d");
        assertThat(nextStreams()).containsExactly("e");
    }

    @Test
    void aBatchIsBoundedInLength() throws Exception {
        offer("a", 600, null);
        offer("b", 600, null);
        offer("c", 600, null);

        assertThat(nextStreams()).containsExactly("a", "b");
        assertThat(nextStreams()).containsExactly("c");
    }

    @Test
    void anAppendThatItsCallerGaveUpIsNotWritten() throws Exception {
        PendingAppend givenUp = offer("a", 1, null);
        offer("b", 1, null);

        assertThat(givenUp.giveUp()).isTrue();

        assertThat(nextStreams()).containsExactly("b");
    }

    @Test
    void anAppendThatTheWriterHasCannotBeGivenUp() throws Exception {
        PendingAppend taken = offer("a", 1, null);
        queue.nextBatch(NO_TIME);

        assertThat(taken.giveUp()).isFalse();
    }

    @Test
    void aFullQueueTakesNothing() throws Exception {
        for (int i = 0; i < 10; i++) {
            offer("stream-" + i, 1, null);
        }

        assertThat(queue.offer(pending("one more", 1, null), NO_TIME)).isFalse();
    }

    private PendingAppend offer(String stream, int length, @Nullable ReceiptKey key) throws InterruptedException {
        PendingAppend pending = pending(stream, length, key);
        assertThat(queue.offer(pending, NO_TIME)).isTrue();
        return pending;
    }

    private static PendingAppend pending(String stream, int length, @Nullable ReceiptKey key) {
        NewEvent event = new NewEvent("id", "test.noted.v1", "e".repeat(length), "", null);
        return new PendingAppend(List.of(new Append(stream, 0, List.of(event), key)));
    }

    private List<String> nextStreams() throws InterruptedException {
        return queue.nextBatch(NO_TIME).stream().map(PendingAppend::streamId).toList();
    }
}
