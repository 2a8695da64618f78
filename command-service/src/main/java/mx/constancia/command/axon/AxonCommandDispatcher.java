package mx.constancia.command.axon;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.callbacks.FutureCallback;
import org.axonframework.common.lock.LockAcquisitionFailedException;
import org.axonframework.messaging.GenericMessage;
import org.jspecify.annotations.Nullable;

import mx.constancia.command.eventlog.AppendResult;
import mx.constancia.command.eventlog.EventLog;
import mx.constancia.command.eventlog.Receipt;
import mx.constancia.command.eventlog.ReceiptKey;
import mx.constancia.decision.CommandDispatcher;
import mx.constancia.decision.LogUnavailableException;
import mx.constancia.decision.Outcome;
import mx.constancia.decision.Submission;
import mx.constancia.events.StoredEvent;
import mx.constancia.events.StreamId;

/**
 * Dispatches over Axon's command bus. Decisions are made optimistically, on cached aggregates; the log is the judge. What it
 * took is recorded. Any other answer is given only after the log was asked whether the idempotency key is known, and
 * whether everything that the answer rests on is current; if not, the command is decided again.
 */
final class AxonCommandDispatcher implements CommandDispatcher {

    private final CommandBus commandBus;
    private final EventLog log;
    private final AggregateStore aggregates;
    private final AgencyDirectory agencies;
    private final int maxAttempts;

    AxonCommandDispatcher(CommandBus commandBus, EventLog log, AggregateStore aggregates, AgencyDirectory agencies, int maxAttempts) {
        this.commandBus = commandBus;
        this.log = log;
        this.aggregates = aggregates;
        this.agencies = agencies;
        this.maxAttempts = maxAttempts;
    }

    @Override
    public Outcome dispatch(Submission submission) {
        for (int attempt = 1; attempt <= maxAttempts; attempt++) {
            Optional<Outcome> outcome = attempt(submission);
            if (outcome.isPresent()) {
                return outcome.get();
            }
        }
        throw new LogUnavailableException("others change " + submission.streamId() + " all the time", null);
    }

    /** Empty when the attempt rested on a state that is no longer current. */
    private Optional<Outcome> attempt(Submission submission) {
        AppendTicket ticket = new AppendTicket(
                new ReceiptKey(submission.actor().userId(), submission.idempotencyKey(), submission.fingerprint()));
        try {
            @Nullable Verdict verdict = send(submission, ticket);
            return verdict == null
                    ? Optional.of(new Outcome.Recorded(ticket.recorded().getLast().version(), ticket.recorded(), false))
                    : earlierAnswer(submission).or(() -> confirmed(submission, verdict));
        } catch (AppendConflictException conflict) {
            return switch (conflict.result()) {
                case AppendResult.KeyTaken taken -> earlierAnswer(submission);
                case AppendResult.VersionTaken taken -> overtaken(submission, taken.currentVersion());
                case AppendResult.Appended appended -> throw new IllegalStateException(conflict);
            };
        }
    }

    private @Nullable Verdict send(Submission submission, AppendTicket ticket) {
        FutureCallback<Submission, Verdict> callback = new FutureCallback<>();
        CommandMessage<Submission> message = new GenericCommandMessage<>(
                new GenericMessage<>(submission, Map.of(AppendTicket.METADATA, ticket)), submission.type().name());
        commandBus.dispatch(message, callback);
        CommandResultMessage<? extends Verdict> result = callback.join();
        if (!result.isExceptional()) {
            return result.getPayload();
        }
        throw switch (result.exceptionResult()) {
            case LockAcquisitionFailedException e -> new LogUnavailableException("too many commands on " + submission.streamId(), e);
            case RuntimeException e -> e;
            case Throwable e -> new IllegalStateException(e);
        };
    }

    /** What the key was answered with before. */
    private Optional<Outcome> earlierAnswer(Submission submission) {
        return log.receipt(submission.actor().userId(), submission.idempotencyKey()).map(receipt ->
                receipt.fingerprint().equals(submission.fingerprint())
                        ? new Outcome.Recorded(receipt.version(), eventsOf(receipt), true)
                        : new Outcome.KeyReused());
    }

    private List<StoredEvent> eventsOf(Receipt receipt) {
        return log.readFrom(receipt.firstPosition(), receipt.eventCount());
    }

    /** Another request or node was first. The log would have named a receipt before a version. */
    private Optional<Outcome> overtaken(Submission submission, long currentVersion) {
        evict(submission.streamId());
        if (submission.type().creating()) {
            return Optional.of(new Outcome.AlreadyExists(currentVersion));
        }
        return submission.expectedVersion() == null ? Optional.empty() : Optional.of(new Outcome.Stale(currentVersion));
    }

    private Optional<Outcome> confirmed(Submission submission, Verdict verdict) {
        boolean current = true;
        for (Map.Entry<String, Long> read : verdict.basis().entrySet()) {
            long version = log.versionOf(read.getKey());
            if (version != read.getValue()) {
                if (submission.type().creating() && read.getKey().equals(submission.streamId())) {
                    return Optional.of(new Outcome.AlreadyExists(version));
                }
                current = false;
                evict(read.getKey());
            }
        }
        return current ? Optional.of(verdict.outcome()) : Optional.empty();
    }

    private void evict(String streamId) {
        aggregates.evict(streamId);
        if (StreamId.isAgency(streamId)) {
            agencies.evict(StreamId.idOf(streamId));
        }
    }
}
