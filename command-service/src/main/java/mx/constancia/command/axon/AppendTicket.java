package mx.constancia.command.axon;

import java.util.ArrayList;
import java.util.List;

import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;

import mx.constancia.command.eventlog.Append;
import mx.constancia.command.eventlog.AppendResult;
import mx.constancia.command.eventlog.NewEvent;
import mx.constancia.command.eventlog.ReceiptKey;
import mx.constancia.events.RecordedEvent;
import mx.constancia.events.StoredEvent;

/**
 * Travels with the commands of one unit of work: takes the idempotency key of each that was accepted to the log, and brings the
 * recorded events back.
 */
final class AppendTicket {

    /** The entry of a command message's metadata that holds its ticket. */
    static final String METADATA = AppendTicket.class.getName();

    private record Accepted(ReceiptKey receiptKey, int events) {
    }

    private final List<Accepted> accepted = new ArrayList<>();
    private List<List<StoredEvent>> recorded = List.of();

    /** The ticket of the commands that a unit of work handles; null when it has none. */
    static @Nullable AppendTicket of(UnitOfWork<?> unitOfWork) {
        return (AppendTicket) unitOfWork.getMessage().getMetaData().get(METADATA);
    }

    /** Notes that the next events belong to the command with this key. */
    void accept(ReceiptKey receiptKey, int events) {
        accepted.add(new Accepted(receiptKey, events));
    }

    /** The events of the unit of work as the log takes them: one append for each accepted command. */
    List<Append> cut(List<RecordedEvent> events) {
        List<Append> run = new ArrayList<>();
        int from = 0;
        for (Accepted command : accepted) {
            List<RecordedEvent> own = events.subList(from, from + command.events());
            from += command.events();
            run.add(new Append(own.getFirst().streamId(), own.getFirst().version() - 1, own.stream().map(NewEvent::of).toList(),
                    command.receiptKey()));
        }
        if (from != events.size()) {
            throw new IllegalArgumentException("every event belongs to a command");
        }
        return run;
    }

    void recorded(List<Append> run, List<AppendResult.Appended> results) {
        List<List<StoredEvent>> stored = new ArrayList<>();
        for (int i = 0; i < run.size(); i++) {
            stored.add(run.get(i).stored(results.get(i).firstPosition(), results.get(i).recordedAt()));
        }
        recorded = stored;
    }

    /** The events of each accepted command once they are durable; empty when there are none. */
    List<List<StoredEvent>> recorded() {
        return recorded;
    }
}
