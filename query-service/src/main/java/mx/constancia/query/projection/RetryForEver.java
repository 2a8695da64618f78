package mx.constancia.query.projection;

import java.time.Duration;
import java.util.function.Supplier;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.kafka.listener.CommonContainerStoppingErrorHandler;
import org.springframework.kafka.listener.CommonErrorHandler;
import org.springframework.kafka.listener.ListenerUtils;
import org.springframework.kafka.listener.MessageListenerContainer;

/** Never skips a batch: it pauses and lets the reader read it again, or stops when the history is not the one known. */
final class RetryForEver implements CommonErrorHandler {

    private final Supplier<ProjectionStatus> status;
    private final Duration pause;
    private final CommonErrorHandler stop = new CommonContainerStoppingErrorHandler();

    RetryForEver(Supplier<ProjectionStatus> status, Duration pause) {
        this.status = status;
        this.pause = pause;
    }

    @Override
    public void handleBatch(Exception thrown, ConsumerRecords<?, ?> data, Consumer<?, ?> consumer, MessageListenerContainer container,
            Runnable invokeListener) {
        if (NestedExceptionUtils.getMostSpecificCause(thrown) instanceof HistoryChangedException changed) {
            status.get().refuse(changed.getMessage());
            stop.handleBatch(thrown, data, consumer, container, invokeListener);
            return;
        }
        try {
            ListenerUtils.stoppableSleep(container, pause.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Reading itself failed: the stored offset is outside the topic, or access is refused. */
    @Override
    public void handleOtherException(Exception thrown, Consumer<?, ?> consumer, MessageListenerContainer container, boolean batchListener) {
        status.get().refuse("the topic cannot be read: " + thrown.getClass().getSimpleName());
        stop.handleOtherException(thrown, consumer, container, batchListener);
    }

    @Override
    public boolean isAckAfterHandle() {
        return false;
    }
}
