package mx.constancia.command;

import static mx.constancia.command.Submissions.appoint;
import static mx.constancia.command.Submissions.registerAgency;
import static mx.constancia.command.Submissions.registerMechanism;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;

import mx.constancia.decision.LogUnavailableException;
import mx.constancia.decision.Outcome;
import mx.constancia.decision.Outcome.Recorded;
import mx.constancia.decision.Submission;
import mx.constancia.testing.OwnPostgres;
import mx.constancia.testing.Parts;

class DatabaseAwayIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int CLIENTS = 8;

    private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
    private final Queue<Submission> unanswered = new ConcurrentLinkedQueue<>();
    private final Queue<Throwable> unexpected = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean enough = new AtomicBoolean();

    @Test
    void whenPostgreSqlIsKilledUnderLoadNothingAcknowledgedIsLostAndNoRetryIsDoubled() {
        try (OwnPostgres postgres = Parts.ownPostgres()) {
            LogDatabase database = LogDatabase.migrated(postgres.newDatabase());
            try (TestNode node = TestNode.on(database); ExecutorService clients = Executors.newFixedThreadPool(CLIENTS)) {
                node.record(registerAgency());
                node.record(registerMechanism("consejo"));
                node.record(registerMechanism("comite"));
                for (int client = 0; client < CLIENTS; client++) {
                    int number = client;
                    clients.submit(() -> sendUntilEnough(node, number));
                }

                await().atMost(PATIENCE).until(() -> acknowledged.size() > 100);
                postgres.kill();
                await().atMost(PATIENCE).until(() -> unanswered.size() >= CLIENTS);
                int before = acknowledged.size();
                postgres.start();
                await().atMost(PATIENCE).until(() -> acknowledged.size() > before + 100);
                enough.set(true);
                clients.close();

                assertThat(unexpected).isEmpty();
                assertThat(LogAudit.of(node.log()).commandIds()).containsAll(acknowledged);
                unanswered.forEach(submission -> {
                    Outcome retried = node.dispatch(submission);
                    assertThat(retried).isInstanceOf(Recorded.class);
                    assertThat(node.dispatch(submission)).isEqualTo(
                            new Recorded(((Recorded) retried).version(), ((Recorded) retried).events(), true));
                    acknowledged.add(submission.commandId());
                });
                LogAudit audit = LogAudit.of(node.log());
                assertThat(audit.commandIds()).containsAll(acknowledged);
                assertThat(audit.size()).isEqualTo(3 + acknowledged.size());
            }
        }
    }

    private void sendUntilEnough(TestNode node, int client) {
        AtomicInteger seat = new AtomicInteger();
        while (!enough.get()) {
            Submission submission = appoint(client % 2 == 0 ? "consejo" : "comite", "seat-" + client + "-" + seat.incrementAndGet());
            try {
                node.record(submission);
                acknowledged.add(submission.commandId());
            } catch (LogUnavailableException e) {
                unanswered.add(submission);
            } catch (RuntimeException | Error e) {
                unexpected.add(e);
                return;
            }
        }
    }
}
