package mx.constancia.command.axon;

import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.MessageHandler;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.Repository;
import org.jspecify.annotations.Nullable;

import mx.constancia.decision.AggregateKind;
import mx.constancia.decision.Command;
import mx.constancia.decision.Context;
import mx.constancia.decision.Decision;
import mx.constancia.decision.Outcome;
import mx.constancia.decision.Rulebook;
import mx.constancia.decision.Submission;
import mx.constancia.events.RecordedEvent;
import mx.constancia.events.StreamId;
import mx.constancia.guidelines.Decisions;
import mx.constancia.history.AgencyState;
import mx.constancia.vocabulary.Jurisdiction;

/**
 * Handles every command: loads the aggregate, decides, applies the events. Answers a {@link Verdict} when there is nothing to
 * record; else the events are recorded as the unit of work commits.
 */
final class CommandHandling implements MessageHandler<CommandMessage<?>> {

    /** No agency has this id. */
    private static final String NO_AGENCY = "";
    private static final ZoneId DEFAULT_ZONE = ZoneId.of("America/Mexico_City");

    private final AggregateStore aggregates;
    private final AgencyDirectory agencies;
    private final Clock clock;
    private final Period lateAfter;

    CommandHandling(AggregateStore aggregates, AgencyDirectory agencies, Clock clock, Period lateAfter) {
        this.aggregates = aggregates;
        this.agencies = agencies;
        this.clock = clock;
        this.lateAfter = lateAfter;
    }

    @Override
    public @Nullable Object handle(CommandMessage<?> message) throws Exception {
        Submission submission = (Submission) message.getPayload();
        return switch (submission.command()) {
            case Command.Creating<?> creating -> create(submission, creating);
            case Command.Changing<?> changing -> change(submission);
        };
    }

    private @Nullable Verdict create(Submission submission, Command.Creating<?> command) throws Exception {
        Map<String, Long> basis = new HashMap<>();
        basis.put(submission.streamId(), 0L);
        boolean mechanism = submission.type().aggregate() == AggregateKind.MECHANISM;
        // An actor without an agency is refused by the rule that asks for a registered one.
        String agencyId = mechanism ? Objects.requireNonNullElse(submission.actor().agencyId(), NO_AGENCY) : submission.aggregateId();
        Optional<AgencyState> agency = mechanism ? agency(agencyId, basis) : Optional.empty();
        Optional<Responsibility> ofAgency = agency.map(AggregateType.AGENCY.responsibility());
        Responsibility responsibility = new Responsibility(agencyId,
                command.ownZone().or(() -> ofAgency.map(Responsibility::zone)).orElse(DEFAULT_ZONE),
                command.ownJurisdiction().or(() -> ofAgency.map(Responsibility::jurisdiction)).orElse(Jurisdiction.OTHER));
        Context context = context(submission, responsibility, agency);
        return switch (Decisions.decide(submission, Optional.empty(), context, lateAfter)) {
            case Decision.Refused refused -> new Verdict(new Outcome.Rejected(refused.violations()), basis);
            case Decision.Accepted accepted -> {
                List<RecordedEvent> events = EventDrafts.of(submission, context, agencyId, accepted, 0, clock.instant());
                AggregateType<?> type = AggregateType.of(submission.type().aggregate());
                repository(submission).newInstance(() -> new AggregateRoot<>(submission.streamId(), type))
                        .execute(root -> root.apply(events));
                yield null;
            }
        };
    }

    private @Nullable Verdict change(Submission submission) throws Exception {
        Aggregate<AggregateRoot<?>> aggregate;
        try {
            aggregate = repository(submission).load(submission.streamId());
        } catch (AggregateNotFoundException e) {
            return begin(submission);
        }
        return aggregate.invoke(root -> {
            Decided decided = decide(submission, root);
            root.apply(decided.events());
            return decided.verdict();
        });
    }

    /** A command on an aggregate that has no events: some are there all the same. */
    private @Nullable Verdict begin(Submission submission) throws Exception {
        AggregateRoot<?> root = new AggregateRoot<>(submission.streamId(), AggregateType.of(submission.type().aggregate()));
        if (root.state().isEmpty()) {
            return new Verdict(new Outcome.Unknown(), Map.of(submission.streamId(), 0L));
        }
        Decided decided = decide(submission, root);
        if (decided.verdict() == null) {
            repository(submission).newInstance(() -> root).execute(begun -> begun.apply(decided.events()));
        }
        return decided.verdict();
    }

    private Decided decide(Submission submission, AggregateRoot<?> root) {
        Map<String, Long> basis = new HashMap<>();
        basis.put(root.streamId(), root.version());
        Responsibility responsibility = root.responsibility();
        String agencyId = responsibility.agencyId();
        if (submission.type().aggregate() == AggregateKind.MECHANISM && !agencyId.equals(submission.actor().agencyId())) {
            return Decided.on(new Outcome.OutOfScope(agencyId), basis);
        }
        if (submission.expectedVersion() != null && submission.expectedVersion() != root.version()) {
            return Decided.on(new Outcome.Stale(root.version()), basis);
        }
        Context context = context(submission, responsibility, agency(agencyId, basis));
        return switch (Decisions.decide(submission, root.state(), context, lateAfter)) {
            case Decision.Refused refused -> Decided.on(new Outcome.Rejected(refused.violations()), basis);
            case Decision.Accepted accepted ->
                new Decided(null, EventDrafts.of(submission, context, agencyId, accepted, root.version(), clock.instant()));
        };
    }

    /** Either a verdict, or the events to record. */
    private record Decided(@Nullable Verdict verdict, List<RecordedEvent> events) {

        static Decided on(Outcome outcome, Map<String, Long> basis) {
            return new Decided(new Verdict(outcome, basis), List.of());
        }
    }

    private Repository<AggregateRoot<?>> repository(Submission submission) {
        return aggregates.of(submission.type().aggregate());
    }

    private Optional<AgencyState> agency(String agencyId, Map<String, Long> basis) {
        Optional<AgencyState> agency = agencies.find(agencyId);
        basis.putIfAbsent(StreamId.ofAgency(agencyId), agency.map(AgencyState::version).orElse(0L));
        return agency;
    }

    private Context context(Submission submission, Responsibility responsibility, Optional<AgencyState> agency) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), responsibility.zone());
        return new Context(submission.aggregateId(), submission.occurredOn(), today, responsibility.zone(), submission.recordMode(),
                Rulebook.on(submission.occurredOn(), responsibility.jurisdiction()), submission.actor(), agency);
    }
}
