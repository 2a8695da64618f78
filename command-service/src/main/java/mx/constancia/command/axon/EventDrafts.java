package mx.constancia.command.axon;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import mx.constancia.decision.Context;
import mx.constancia.decision.Decision;
import mx.constancia.decision.Submission;
import mx.constancia.events.DomainEvent;
import mx.constancia.events.Envelope;
import mx.constancia.events.EventCodec;
import mx.constancia.events.Finding;
import mx.constancia.events.RecordedEvent;

/** Puts accepted events into their envelopes. */
final class EventDrafts {

    /** The position of an event that the log has not numbered yet. Decisions never look at positions. */
    static final long UNNUMBERED = -1;

    private EventDrafts() {
    }

    /** The events as they follow on a version of their stream; the findings go with the first. */
    static List<RecordedEvent> of(
            Submission submission, Context context, String agencyId, Decision.Accepted accepted, long version, Instant now) {
        List<RecordedEvent> drafts = new ArrayList<>();
        for (DomainEvent event : accepted.events()) {
            List<Finding> findings = drafts.isEmpty() ? accepted.findings() : List.of();
            drafts.add(new RecordedEvent(UNNUMBERED, UUID.randomUUID().toString(), submission.streamId(),
                    version + drafts.size() + 1, now, envelope(submission, context, agencyId, findings, event), event));
        }
        return drafts;
    }

    private static Envelope envelope(
            Submission submission, Context context, String agencyId, List<Finding> findings, DomainEvent event) {
        List<String> ruleRefs = Stream.concat(Stream.of(submission.type().article()), findings.stream().map(Finding::article))
                .distinct().toList();
        return new Envelope(submission.occurredOn(), context.zone().getId(), agencyId, submission.actor(), submission.onBehalfOf(),
                context.rulebook().id(), ruleRefs, submission.recordMode().name(), submission.legalBasis(), submission.evidence(),
                submission.source(), EventCodec.visibility(event), submission.correlationId(), submission.commandId(),
                submission.correctsEventId(), findings);
    }
}
