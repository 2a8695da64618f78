package mx.constancia.query.projection;

import mx.constancia.query.log.VisibleHead;
import mx.constancia.query.store.ViewStore;

import org.springframework.kafka.listener.MessageListenerContainer;

/** Follows the topic into one generation of the views, as one of the nodes that share its partitions. */
final class Follower implements AutoCloseable {

    private final ViewStore store;
    private final Projector projector;
    private final VisibleHead head;
    private final EventReader reader;
    private final MessageListenerContainer container;

    Follower(ViewStore store, Projector projector, EventReader reader, MessageListenerContainer container) {
        this.store = store;
        this.projector = projector;
        this.head = new VisibleHead(store);
        this.reader = reader;
        this.container = container;
    }

    ViewStore store() {
        return store;
    }

    Projector projector() {
        return projector;
    }

    /** The head of these views, whether or not they answer questions. */
    VisibleHead head() {
        return head;
    }

    EventReader reader() {
        return reader;
    }

    /** Stops reading; a batch that is under way is finished. */
    @Override
    public void close() {
        container.stop();
    }
}
