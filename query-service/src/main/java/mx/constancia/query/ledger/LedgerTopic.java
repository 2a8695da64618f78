package mx.constancia.query.ledger;

import java.time.Duration;
import java.util.Properties;

import mx.constancia.query.store.View;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.event.ListenerContainerIdleEvent;
import org.springframework.kafka.listener.AbstractMessageListenerContainer;
import org.springframework.kafka.listener.CommonErrorHandler;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.KafkaMessageListenerContainer;
import org.springframework.kafka.listener.ListenerUtils;
import org.springframework.kafka.listener.MessageListenerContainer;

/** Reads the ledger's topic as long as the service runs. Its idle events are for its own reader only. */
final class LedgerTopic implements SmartLifecycle {

    private final KafkaMessageListenerContainer<String, byte[]> container;

    LedgerTopic(ConsumerFactory<? super String, ? super byte[]> consumers, LedgerReader reader, LedgerStatus status, LedgerProperties properties) {
        ContainerProperties settings = new ContainerProperties(properties.topic());
        settings.setGroupId(properties.group() + "-v" + View.VERSION);
        settings.setAckMode(ContainerProperties.AckMode.MANUAL);
        settings.setIdleEventInterval(properties.watch().toMillis());
        settings.setMessageListener(reader);
        settings.setConsumerRebalanceListener(reader);
        settings.setAssignmentCommitOption(ContainerProperties.AssignmentCommitOption.NEVER);
        Properties more = new Properties();
        // A topic that was created anew is read anew: what contradicts the published files is refused.
        more.setProperty(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        // A publication is a transaction; of one that was given up nothing counts.
        more.setProperty(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.setKafkaConsumerProperties(more);
        container = new KafkaMessageListenerContainer<>(consumers, settings);
        container.setBeanName("ledger");
        container.setCommonErrorHandler(new Pause(status, properties.retryPause()));
        container.setApplicationEventPublisher(event -> {
            if (event instanceof ListenerContainerIdleEvent idle) {
                reader.whenIdle(idle.getConsumer());
            }
        });
    }

    @Override
    public void start() {
        container.start();
    }

    @Override
    public void stop() {
        container.stop();
    }

    @Override
    public boolean isRunning() {
        return container.isRunning();
    }

    /** As the containers of spring-kafka: after the beans that they need, before the web server takes requests. */
    @Override
    public int getPhase() {
        return AbstractMessageListenerContainer.DEFAULT_PHASE;
    }

    /** The listener has gone back to where the batch began; it comes again after a pause. */
    private record Pause(LedgerStatus status, Duration pause) implements CommonErrorHandler {

        @Override
        public void handleBatch(Exception thrown, ConsumerRecords<?, ?> data, Consumer<?, ?> consumer, MessageListenerContainer container,
                Runnable invokeListener) {
            pause(container);
        }

        @Override
        public void handleOtherException(Exception thrown, Consumer<?, ?> consumer, MessageListenerContainer container, boolean batchListener) {
            status.failed(thrown);
            pause(container);
        }

        @Override
        public boolean isAckAfterHandle() {
            return false;
        }

        private void pause(MessageListenerContainer container) {
            try {
                ListenerUtils.stoppableSleep(container, pause.toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
