package mx.constancia.command.axon;

import java.util.List;

import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;

import mx.constancia.command.eventlog.ReceiptKey;
import mx.constancia.events.StoredEvent;

/** Travels with a command: takes the idempotency key to the log and brings the recorded events back. */
final class AppendTicket {

    /** The entry of a command message's metadata that holds its ticket. */
    static final String METADATA = AppendTicket.class.getName();

    private final ReceiptKey receiptKey;
    private List<StoredEvent> recorded = List.of();

    AppendTicket(ReceiptKey receiptKey) {
        this.receiptKey = receiptKey;
    }

    /** The ticket of the command that a unit of work handles; null when it has none. */
    static @Nullable AppendTicket of(UnitOfWork<?> unitOfWork) {
        return (AppendTicket) unitOfWork.getMessage().getMetaData().get(METADATA);
    }

    ReceiptKey receiptKey() {
        return receiptKey;
    }

    /** The events of the command once they are durable; empty when there are none. */
    List<StoredEvent> recorded() {
        return recorded;
    }

    void recorded(List<StoredEvent> events) {
        recorded = events;
    }
}
