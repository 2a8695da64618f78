package mx.constancia.command.axon;

import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.callbacks.FutureCallback;
import org.axonframework.common.lock.LockAcquisitionFailedException;
import org.axonframework.messaging.GenericMessage;

import mx.constancia.decision.CommandDispatcher;
import mx.constancia.decision.LogUnavailableException;
import mx.constancia.decision.Outcome;
import mx.constancia.decision.Rehearsal;
import mx.constancia.decision.RunDispatcher;
import mx.constancia.decision.Submission;
import mx.constancia.events.StoredEvent;

/**
 * Dispatches over Axon's command bus. Decisions are made optimistically, on cached aggregates; the log is the judge. What it
 * took is recorded. Any other answer is given only after the log was asked whether the idempotency key is known, and
 * whether everything that the answer rests on is current; if not, the command is decided again.
 */
final class AxonCommandDispatcher implements CommandDispatcher, RunDispatcher {

    private final CommandBus commandBus;
    private final Confirmation confirmation;
    private final Rehearsals rehearsals;
    private final int maxAttempts;

    AxonCommandDispatcher(CommandBus commandBus, Confirmation confirmation, Rehearsals rehearsals, int maxAttempts) {
        this.commandBus = commandBus;
        this.confirmation = confirmation;
        this.rehearsals = rehearsals;
        this.maxAttempts = maxAttempts;
    }

    @Override
    public Outcome dispatch(Submission submission) {
        return dispatch(List.of(submission)).getFirst();
    }

    @Override
    public List<Outcome> dispatch(List<Submission> run) {
        Map<String, Outcome> outcomes = new HashMap<>();
        for (int attempt = 1; attempt <= maxAttempts; attempt++) {
            List<Submission> open = run.stream().filter(submission -> !outcomes.containsKey(submission.commandId())).toList();
            if (open.isEmpty()) {
                return run.stream().map(submission -> outcomes.get(submission.commandId())).toList();
            }
            boolean begins = attempt == 1 && open.getFirst().type().creating();
            outcomes.putAll(attempt(new SubmissionRun(open, begins)));
        }
        throw new LogUnavailableException("others change " + run.getFirst().streamId() + " all the time", null);
    }

    @Override
    public Map<String, Known> known(String actorId, List<String> idempotencyKeys) {
        return confirmation.known(actorId, idempotencyKeys);
    }

    @Override
    public Rehearsal rehearse() {
        return rehearsals.begin();
    }

    /** The outcomes that are certain, by command id; what rested on a state that is no longer current is decided again. */
    private Map<String, Outcome> attempt(SubmissionRun run) {
        AppendTicket ticket = new AppendTicket();
        List<Judged> judged;
        try {
            judged = send(run, ticket);
        } catch (AppendConflictException conflict) {
            // Another request or node was first.
            confirmation.evict(run.streamId());
            return confirmation.earlierAnswers(run.submissions());
        }
        Map<String, Outcome> outcomes = new HashMap<>();
        Map<Submission, Judged.Refused> refused = new LinkedHashMap<>();
        Iterator<List<StoredEvent>> recorded = ticket.recorded().iterator();
        for (int i = 0; i < judged.size(); i++) {
            Submission submission = run.submissions().get(i);
            switch (judged.get(i)) {
                case Judged.Accepted accepted -> {
                    List<StoredEvent> events = recorded.next();
                    outcomes.put(submission.commandId(), new Outcome.Recorded(events.getLast().version(), events, false));
                }
                case Judged.Refused verdict -> refused.put(submission, verdict);
            }
        }
        outcomes.putAll(confirmation.confirmed(refused, !ticket.recorded().isEmpty()));
        return outcomes;
    }

    private List<Judged> send(SubmissionRun run, AppendTicket ticket) {
        FutureCallback<SubmissionRun, List<Judged>> callback = new FutureCallback<>();
        CommandMessage<SubmissionRun> message = new GenericCommandMessage<>(
                new GenericMessage<>(run, Map.of(AppendTicket.METADATA, ticket)), run.name());
        commandBus.dispatch(message, callback);
        CommandResultMessage<? extends List<Judged>> result = callback.join();
        if (!result.isExceptional()) {
            return result.getPayload();
        }
        throw switch (result.exceptionResult()) {
            case LockAcquisitionFailedException e -> new LogUnavailableException("too many commands on " + run.streamId(), e);
            case RuntimeException e -> e;
            case Throwable e -> new IllegalStateException(e);
        };
    }
}
