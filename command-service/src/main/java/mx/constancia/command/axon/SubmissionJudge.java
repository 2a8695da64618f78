package mx.constancia.command.axon;

import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

import mx.constancia.decision.AggregateKind;
import mx.constancia.decision.Command;
import mx.constancia.decision.Context;
import mx.constancia.decision.Decision;
import mx.constancia.decision.Outcome;
import mx.constancia.decision.Rulebook;
import mx.constancia.decision.Submission;
import mx.constancia.events.StreamId;
import mx.constancia.guidelines.Decisions;
import mx.constancia.history.AgencyState;
import mx.constancia.vocabulary.Jurisdiction;

/** Judges one command on the aggregate as it stands; changes nothing. */
final class SubmissionJudge {

    /** No agency has this id. */
    private static final String NO_AGENCY = "";
    private static final ZoneId DEFAULT_ZONE = ZoneId.of("America/Mexico_City");

    private final Function<String, Optional<AgencyState>> agencies;
    private final Clock clock;
    private final Period lateAfter;

    /** @param agencies the agencies by id, as decisions about their mechanisms see them */
    SubmissionJudge(Function<String, Optional<AgencyState>> agencies, Clock clock, Period lateAfter) {
        this.agencies = agencies;
        this.clock = clock;
        this.lateAfter = lateAfter;
    }

    /** @param root the aggregate; without a state while it has to be created */
    Judged judge(Submission submission, AggregateRoot<?> root) {
        return switch (submission.command()) {
            case Command.Creating<?> creating -> root.state().isEmpty()
                    ? create(submission, creating)
                    : new Judged.Refused(new Outcome.AlreadyExists(root.version()), basis(submission, root.version()));
            case Command.Changing<?> changing -> root.state().isEmpty()
                    ? new Judged.Refused(new Outcome.Unknown(), basis(submission, 0))
                    : change(submission, root);
        };
    }

    private Judged create(Submission submission, Command.Creating<?> command) {
        Map<String, Long> basis = basis(submission, 0);
        boolean mechanism = submission.type().aggregate() == AggregateKind.MECHANISM;
        // An actor without an agency is refused by the rule that asks for a registered one.
        String agencyId = mechanism ? Objects.requireNonNullElse(submission.actor().agencyId(), NO_AGENCY) : submission.aggregateId();
        Optional<AgencyState> agency = mechanism ? agency(agencyId, basis) : Optional.empty();
        Optional<Responsibility> ofAgency = agency.map(AggregateType.AGENCY.responsibility());
        Responsibility responsibility = new Responsibility(agencyId,
                command.ownZone().or(() -> ofAgency.map(Responsibility::zone)).orElse(DEFAULT_ZONE),
                command.ownJurisdiction().or(() -> ofAgency.map(Responsibility::jurisdiction)).orElse(Jurisdiction.OTHER));
        return decide(submission, Optional.empty(), 0, responsibility, agency, basis);
    }

    private Judged change(Submission submission, AggregateRoot<?> root) {
        Map<String, Long> basis = basis(submission, root.version());
        Responsibility responsibility = root.responsibility();
        String agencyId = responsibility.agencyId();
        if (submission.type().aggregate() == AggregateKind.MECHANISM && !agencyId.equals(submission.actor().agencyId())) {
            return new Judged.Refused(new Outcome.OutOfScope(agencyId), basis);
        }
        if (submission.expectedVersion() != null && submission.expectedVersion() != root.version()) {
            return new Judged.Refused(new Outcome.Stale(root.version()), basis);
        }
        return decide(submission, root.state(), root.version(), responsibility, agency(agencyId, basis), basis);
    }

    private Judged decide(Submission submission, Optional<?> state, long version, Responsibility responsibility,
            Optional<AgencyState> agency, Map<String, Long> basis) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), responsibility.zone());
        Context context = new Context(submission.aggregateId(), submission.occurredOn(), today, responsibility.zone(),
                submission.recordMode(), Rulebook.on(submission.occurredOn(), responsibility.jurisdiction()), submission.actor(), agency);
        return switch (Decisions.decide(submission, state, context, lateAfter)) {
            case Decision.Refused refused -> new Judged.Refused(new Outcome.Rejected(refused.violations()), basis);
            case Decision.Accepted accepted -> new Judged.Accepted(
                    EventDrafts.of(submission, context, responsibility.agencyId(), accepted, version, clock.instant()));
        };
    }

    private static Map<String, Long> basis(Submission submission, long version) {
        Map<String, Long> basis = new HashMap<>();
        basis.put(submission.streamId(), version);
        return basis;
    }

    private Optional<AgencyState> agency(String agencyId, Map<String, Long> basis) {
        Optional<AgencyState> agency = agencies.apply(agencyId);
        basis.putIfAbsent(StreamId.ofAgency(agencyId), agency.map(AgencyState::version).orElse(0L));
        return agency;
    }
}
