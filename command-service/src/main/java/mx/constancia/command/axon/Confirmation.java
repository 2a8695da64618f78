package mx.constancia.command.axon;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import mx.constancia.command.eventlog.EventLog;
import mx.constancia.command.eventlog.Receipt;
import mx.constancia.decision.Outcome;
import mx.constancia.decision.RunDispatcher.Known;
import mx.constancia.decision.Submission;
import mx.constancia.events.StoredEvent;
import mx.constancia.events.StreamId;

/** Asks the log whether answers that record nothing hold. */
final class Confirmation {

    private final EventLog log;
    private final AggregateStore aggregates;
    private final AgencyDirectory agencies;

    Confirmation(EventLog log, AggregateStore aggregates, AgencyDirectory agencies) {
        this.log = log;
        this.aggregates = aggregates;
        this.agencies = agencies;
    }

    /** See {@link mx.constancia.decision.RunDispatcher#known}. */
    Map<String, Known> known(String actorId, List<String> keys) {
        Map<String, Known> known = new HashMap<>();
        log.receipts(actorId, keys).forEach((key, receipt) -> known.put(key, new Known(receipt.fingerprint(), receipt.version(),
                receipt.firstPosition() + receipt.eventCount() - 1)));
        return known;
    }

    /** What the keys of commands of one actor were answered with before, by command id. */
    Map<String, Outcome> earlierAnswers(Collection<Submission> submissions) {
        if (submissions.isEmpty()) {
            return Map.of();
        }
        Map<String, Receipt> receipts = log.receipts(submissions.iterator().next().actor().userId(),
                submissions.stream().map(Submission::idempotencyKey).toList());
        Map<String, Outcome> answers = new HashMap<>();
        for (Submission submission : submissions) {
            Receipt receipt = receipts.get(submission.idempotencyKey());
            if (receipt != null) {
                answers.put(submission.commandId(), receipt.fingerprint().equals(submission.fingerprint())
                        ? new Outcome.Recorded(receipt.version(), eventsOf(receipt), true)
                        : new Outcome.KeyReused());
            }
        }
        return answers;
    }

    /**
     * The answers to commands of one stream that hold, by command id.
     *
     * @param recorded whether other commands of the stream were recorded with them, which proves its version
     */
    Map<String, Outcome> confirmed(Map<Submission, Judged.Refused> refused, boolean recorded) {
        Map<String, Outcome> answers = earlierAnswers(refused.keySet());
        Map<String, Long> versions = new HashMap<>();
        refused.forEach((submission, verdict) -> {
            Map<String, Long> basis = new HashMap<>(verdict.basis());
            if (recorded) {
                basis.remove(submission.streamId());
            }
            if (!answers.containsKey(submission.commandId()) && isCurrent(basis, versions)) {
                answers.put(submission.commandId(), verdict.outcome());
            }
        });
        return answers;
    }

    private boolean isCurrent(Map<String, Long> basis, Map<String, Long> versions) {
        boolean current = true;
        for (Map.Entry<String, Long> read : basis.entrySet()) {
            if (!versions.computeIfAbsent(read.getKey(), log::versionOf).equals(read.getValue())) {
                current = false;
                evict(read.getKey());
            }
        }
        return current;
    }

    private List<StoredEvent> eventsOf(Receipt receipt) {
        return log.readFrom(receipt.firstPosition(), receipt.eventCount());
    }

    /** Forgets what is known of a stream. */
    void evict(String streamId) {
        aggregates.evict(streamId);
        if (StreamId.isAgency(streamId)) {
            agencies.evict(StreamId.idOf(streamId));
        }
    }
}
