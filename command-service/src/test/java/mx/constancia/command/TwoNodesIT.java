package mx.constancia.command;

import static mx.constancia.command.Submissions.appoint;
import static mx.constancia.command.Submissions.expecting;
import static mx.constancia.command.Submissions.registerAgency;
import static mx.constancia.command.Submissions.registerMechanism;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import mx.constancia.decision.Outcome;
import mx.constancia.decision.Outcome.Recorded;
import mx.constancia.decision.Submission;
import mx.constancia.testing.Parts;

class TwoNodesIT {

    private static final int THREADS = 32;
    private static final int COMMANDS_EACH = 25;
    private static final int MECHANISMS = 4;

    private final LogDatabase database = LogDatabase.migrated(Parts.postgres().newDatabase());
    private TestNode a;
    private TestNode b;

    @BeforeEach
    void start() {
        a = TestNode.on(database);
        b = TestNode.on(database);
        a.record(registerAgency());
    }

    @AfterEach
    void stop() {
        a.close();
        b.close();
    }

    @Test
    void manyThreadsOnBothNodesChangeTheSameMechanismsAndNothingIsLostDoubledOrMissing() throws Exception {
        IntStream.range(0, MECHANISMS).forEach(m -> a.record(registerMechanism("consejo-" + m)));
        Set<String> acknowledged = ConcurrentHashMap.newKeySet();

        inParallel(THREADS, thread -> {
            TestNode node = thread % 2 == 0 ? a : b;
            for (int i = 0; i < COMMANDS_EACH; i++) {
                Submission submission = appoint("consejo-" + (thread + i) % MECHANISMS, "seat-" + thread + "-" + i);
                node.record(submission);
                acknowledged.add(submission.commandId());
            }
            return null;
        });

        LogAudit audit = LogAudit.of(a.log());
        assertThat(acknowledged).hasSize(THREADS * COMMANDS_EACH);
        assertThat(audit.commandIds()).containsAll(acknowledged);
        assertThat(audit.size()).isEqualTo(1 + MECHANISMS + THREADS * COMMANDS_EACH);
    }

    @Test
    void ofManyRequestsWithOneKeyOneRecordsAndAllOthersGetItsAnswer() throws Exception {
        a.record(registerMechanism("consejo"));
        Submission submission = appoint("consejo", "s1");

        List<Outcome> outcomes = inParallel(16, thread -> (thread % 2 == 0 ? a : b).dispatch(submission));

        assertThat(outcomes).allSatisfy(outcome -> assertThat(outcome).isInstanceOf(Recorded.class));
        List<Recorded> recorded = outcomes.stream().map(Recorded.class::cast).toList();
        assertThat(recorded).filteredOn(outcome -> !outcome.replayed()).hasSize(1);
        assertThat(recorded).extracting(Recorded::events).containsOnly(recorded.getFirst().events());
        assertThat(LogAudit.of(a.log()).size()).isEqualTo(3);
    }

    @Test
    void ofManyBeginningsOfOneMechanismOneWins() throws Exception {
        List<Outcome> outcomes = inParallel(16, thread -> (thread % 2 == 0 ? a : b).dispatch(registerMechanism("consejo")));

        assertThat(outcomes).filteredOn(Recorded.class::isInstance).hasSize(1);
        assertThat(outcomes).filteredOn(outcome -> !(outcome instanceof Recorded)).hasSize(15)
                .containsOnly(new Outcome.AlreadyExists(1));
    }

    @Test
    void ofManyWhoExpectTheSameVersionOneWins() throws Exception {
        a.record(registerMechanism("consejo"));

        List<Outcome> outcomes = inParallel(16,
                thread -> (thread % 2 == 0 ? a : b).dispatch(expecting(1L, appoint("consejo", "s" + thread))));

        assertThat(outcomes).filteredOn(Recorded.class::isInstance).hasSize(1);
        assertThat(outcomes).filteredOn(outcome -> !(outcome instanceof Recorded)).containsOnly(new Outcome.Stale(2));
    }

    @Test
    void aNodeNeverRefusesBecauseItsMemoryIsOld() {
        a.record(registerMechanism("consejo"));
        b.record(appoint("consejo", "s1"));
        a.record(appoint("consejo", "s2"));
        a.record(appoint("consejo", "s3"));

        assertThat(b.dispatch(expecting(4L, appoint("consejo", "s4")))).isInstanceOf(Recorded.class);
        assertThat(a.dispatch(expecting(4L, appoint("consejo", "s5")))).isEqualTo(new Outcome.Stale(5));
        assertThat(a.dispatch(appoint("consejo", "s4"))).isInstanceOf(Outcome.Rejected.class);
        assertThat(b.dispatch(appoint("consejo", "s5"))).isInstanceOf(Recorded.class);
    }

    @Test
    void aMechanismThatAnotherNodeBeganIsKnown() {
        assertThat(b.dispatch(appoint("consejo", "s1"))).isEqualTo(new Outcome.Unknown());
        a.record(registerMechanism("consejo"));

        assertThat(b.dispatch(appoint("consejo", "s1"))).isInstanceOf(Recorded.class);
    }

    @FunctionalInterface
    private interface Work<T> {

        T of(int thread) throws Exception;
    }

    private static <T> List<T> inParallel(int threads, Work<T> work) throws Exception {
        List<Callable<T>> tasks = IntStream.range(0, threads).<Callable<T>>mapToObj(thread -> () -> work.of(thread)).toList();
        List<T> results = new ArrayList<>();
        try (ExecutorService executor = Executors.newFixedThreadPool(threads)) {
            for (Future<T> future : executor.invokeAll(tasks)) {
                results.add(future.get());
            }
        }
        return results;
    }
}
