package mx.constancia.command.axon;

import static mx.constancia.command.Submissions.appoint;
import static mx.constancia.command.Submissions.by;
import static mx.constancia.command.Submissions.officer;
import static mx.constancia.command.Submissions.registerAgency;
import static mx.constancia.command.Submissions.registerMechanism;
import static mx.constancia.command.Submissions.withKey;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import mx.constancia.command.LogAudit;
import mx.constancia.command.LogDatabase;
import mx.constancia.command.TestNode;
import mx.constancia.decision.Outcome;
import mx.constancia.decision.Outcome.Recorded;
import mx.constancia.decision.Outcome.Rejected;
import mx.constancia.decision.Rehearsal;
import mx.constancia.decision.RunDispatcher;
import mx.constancia.decision.Submission;
import mx.constancia.events.StoredEvent;
import mx.constancia.testing.Parts;

class RunsIT {

    private final LogDatabase database = LogDatabase.migrated(Parts.postgres().newDatabase());
    private TestNode node;

    @BeforeEach
    void start() {
        node = TestNode.on(database);
        node.record(registerAgency());
    }

    @AfterEach
    void stop() {
        node.close();
    }

    @Test
    void theCommandsOfARunBuildOnEachOtherAndAreRecordedTogether() {
        List<Outcome> outcomes = node.dispatch(
                List.of(registerMechanism("consejo"), appoint("consejo", "s1"), appoint("consejo", "s2")));

        assertThat(versions(outcomes)).containsExactly(1L, 2L, 3L);
        assertThat(node.log().readFrom(1, 10)).extracting(StoredEvent::recordedAt).containsOnly(
                ((Recorded) outcomes.getFirst()).events().getFirst().recordedAt());
        LogAudit.of(node.log());
    }

    @Test
    void aCommandThatIsRejectedLeavesTheOthersOfItsRun() {
        List<Outcome> outcomes = node.dispatch(List.of(registerMechanism("consejo"), appoint("consejo", "s1"), appoint("consejo", "s1"),
                registerMechanism("consejo"), appoint("consejo", "s2")));

        assertThat(outcomes).element(2).isInstanceOf(Rejected.class);
        assertThat(outcomes).element(3).isEqualTo(new Outcome.AlreadyExists(2));
        assertThat(((Recorded) outcomes.getLast()).version()).isEqualTo(3);
    }

    @Test
    void nothingFollowsOnAMechanismThatCouldNotBegin() {
        List<Outcome> outcomes = node.dispatch(List.of(by(officer("otra"), registerMechanism("consejo")),
                by(officer("otra"), appoint("consejo", "s1"))));

        assertThat(outcomes).first().isInstanceOf(Rejected.class);
        assertThat(outcomes).last().isEqualTo(new Outcome.Unknown());
    }

    @Test
    void aRunThatIsSentAgainGetsTheSameAnswers() {
        List<Submission> run = List.of(registerMechanism("consejo"), appoint("consejo", "s1"), appoint("consejo", "s2"));
        List<Outcome> first = node.dispatch(run);

        List<Outcome> second = node.dispatch(run);

        assertThat(versions(second)).isEqualTo(versions(first));
        assertThat(second).allSatisfy(outcome -> assertThat(((Recorded) outcome).replayed()).isTrue());
        assertThat(node.log().headPosition()).isEqualTo(3);
    }

    @Test
    void whatIsNewInARunIsRecordedAfterWhatIsKnown() {
        Submission registration = registerMechanism("consejo");
        Submission appointment = appoint("consejo", "s1");
        node.dispatch(List.of(registration, appointment));

        List<Outcome> outcomes = node.dispatch(List.of(registration, appointment,
                withKey(appointment.idempotencyKey() + " ", "f", appoint("consejo", "s2")), appoint("consejo", "s3")));

        assertThat(versions(outcomes)).containsExactly(1L, 2L, 3L, 4L);
        LogAudit.of(node.log());
    }

    @Test
    void aRunDecidesAgainWhenAnotherNodeWasFirst() {
        node.dispatch(List.of(registerMechanism("consejo"), appoint("consejo", "s1")));
        try (TestNode other = TestNode.on(database)) {
            other.dispatch(appoint("consejo", "s2"));
        }

        List<Outcome> outcomes = node.dispatch(List.of(appoint("consejo", "s2"), appoint("consejo", "s3"), appoint("consejo", "s4")));

        assertThat(outcomes).first().isInstanceOf(Rejected.class);
        assertThat(versions(outcomes.subList(1, 3))).containsExactly(4L, 5L);
        LogAudit.of(node.log());
    }

    @Test
    void aRehearsalJudgesAsTheRunThatFollows() {
        node.dispatch(registerMechanism("consejo"));
        List<Submission> run = List.of(appoint("consejo", "s1"), appoint("consejo", "s1"), appoint("consejo", "s2"),
                appoint("comite", "s1"));

        List<Object> rehearsed = new ArrayList<>();
        Rehearsal rehearsal = node.part(RunDispatcher.class).rehearse();
        for (Submission submission : run) {
            rehearsed.add(switch (rehearsal.judge(submission)) {
                case Rehearsal.Verdict.Accepted accepted -> accepted.version();
                case Rehearsal.Verdict.Refused refused -> refused.outcome();
            });
        }

        assertThat(node.log().headPosition()).isEqualTo(1);
        assertThat(rehearsed).isEqualTo(run.stream().map(node::dispatch)
                .map(outcome -> outcome instanceof Recorded recorded ? (Object) recorded.version() : outcome).toList());
    }

    private static List<Long> versions(List<Outcome> outcomes) {
        return outcomes.stream().map(outcome -> ((Recorded) outcome).version()).toList();
    }
}
