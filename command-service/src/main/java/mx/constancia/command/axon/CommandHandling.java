package mx.constancia.command.axon;

import java.util.ArrayList;
import java.util.List;

import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.MessageHandler;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.Repository;
import org.jspecify.annotations.Nullable;

import mx.constancia.command.eventlog.ReceiptKey;
import mx.constancia.decision.Submission;
import mx.constancia.events.RecordedEvent;

/**
 * Handles every command: loads the aggregate, judges, applies the events; then the next of the run, on what the events led to.
 * Answers for each command what came of it; accepted events are recorded as the unit of work commits, all of them or none.
 */
final class CommandHandling implements MessageHandler<CommandMessage<?>> {

    private final AggregateStore aggregates;
    private final SubmissionJudge judge;

    CommandHandling(AggregateStore aggregates, SubmissionJudge judge) {
        this.aggregates = aggregates;
        this.judge = judge;
    }

    @Override
    public List<Judged> handle(CommandMessage<?> message) throws Exception {
        SubmissionRun run = (SubmissionRun) message.getPayload();
        AppendTicket ticket = AppendTicket.of(CurrentUnitOfWork.get());
        Submission first = run.submissions().getFirst();
        Repository<AggregateRoot<?>> repository = aggregates.of(first.type().aggregate());
        // What has no events is in no repository before its first.
        AggregateRoot<?> begun = new AggregateRoot<>(run.streamId(), AggregateType.of(first.type().aggregate()));
        @Nullable Aggregate<AggregateRoot<?>> aggregate = run.begins() ? null : load(repository, run.streamId());
        List<Judged> results = new ArrayList<>(run.submissions().size());
        for (Submission submission : run.submissions()) {
            Judged judged = aggregate == null
                    ? judge.judge(submission, begun)
                    : aggregate.invoke(root -> judge.judge(submission, root));
            results.add(judged);
            if (judged instanceof Judged.Accepted(List<RecordedEvent> events)) {
                if (aggregate == null) {
                    aggregate = repository.newInstance(() -> begun);
                }
                aggregate.execute(root -> root.apply(events));
                ticket.accept(receiptKey(submission), events.size());
            }
        }
        return results;
    }

    private static @Nullable Aggregate<AggregateRoot<?>> load(Repository<AggregateRoot<?>> repository, String streamId) {
        try {
            return repository.load(streamId);
        } catch (AggregateNotFoundException e) {
            return null;
        }
    }

    private static ReceiptKey receiptKey(Submission submission) {
        return new ReceiptKey(submission.actor().userId(), submission.idempotencyKey(), submission.fingerprint());
    }
}
