package mx.constancia.command.axon;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import mx.constancia.decision.Rehearsal;
import mx.constancia.decision.Submission;
import mx.constancia.events.RecordedEvent;
import mx.constancia.events.StreamId;
import mx.constancia.history.AgencyState;

/** A rehearsal on the aggregates as they stand when each is first needed; they change in memory only. */
final class MemoryRehearsal implements Rehearsal {

    private final Rehearsals setting;
    private final SubmissionJudge judge;
    private final Map<String, AggregateRoot<?>> roots = new HashMap<>();
    private int room;

    MemoryRehearsal(Rehearsals setting) {
        this.setting = setting;
        this.judge = new SubmissionJudge(this::agency, setting.clock(), setting.lateAfter());
        this.room = setting.maxEvents();
    }

    @Override
    public Verdict judge(Submission submission) {
        if (room <= 0) {
            throw new TooLongException(setting.maxEvents());
        }
        AggregateRoot<?> root = root(submission.streamId());
        return switch (judge.judge(submission, root)) {
            case Judged.Refused refused -> new Verdict.Refused(refused.outcome());
            case Judged.Accepted accepted -> {
                accepted.events().forEach(root::evolve);
                room -= accepted.events().size();
                RecordedEvent first = accepted.events().getFirst();
                yield new Verdict.Accepted(root.version(), accepted.events().size(), first.envelope().findings());
            }
        };
    }

    private AggregateRoot<?> root(String streamId) {
        AggregateRoot<?> known = roots.get(streamId);
        if (known == null) {
            known = setting.aggregates().read(streamId);
            // What is read stays in memory too; a state has at most as many parts as its stream has events.
            room -= (int) Math.min(known.version(), Integer.MAX_VALUE / 2) + 1;
            roots.put(streamId, known);
        }
        return known;
    }

    private Optional<AgencyState> agency(String agencyId) {
        AggregateRoot<?> rehearsed = roots.get(StreamId.ofAgency(agencyId));
        return rehearsed == null ? setting.agencies().find(agencyId) : rehearsed.state().map(AgencyState.class::cast);
    }
}
