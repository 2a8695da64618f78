package mx.constancia.command.ledger;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.LongFunction;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;

import mx.constancia.command.ledger.tree.Cosigning;
import mx.constancia.ledger.checkpoint.SignedCheckpoint;
import mx.constancia.ledger.merkle.ConsistencyProof;
import mx.constancia.ledger.note.SignatureLine;
import mx.constancia.ledger.policy.Quorum;
import mx.constancia.ledger.policy.TrustPolicy;

/**
 * Asks the witnesses of a policy (c2sp.org/tlog-witness), all at once, and waits until its quorum is reached, all have answered,
 * or the time is over: then the checkpoint goes out with what came. A witness that failed is left alone for a while, so that its
 * absence does not delay every checkpoint.
 */
final class Witnesses implements Cosigning {

    private static final Logger log = LoggerFactory.getLogger(Witnesses.class);
    private static final int QUESTIONS = 3;
    private static final Duration LEFT_ALONE = Duration.ofSeconds(15);

    private final List<Witness> witnesses;
    private final Quorum quorum;
    private final Duration atMost;
    private final Map<String, Long> leftAloneUntil = new HashMap<>();
    private final Map<String, Boolean> reached = new ConcurrentHashMap<>();

    Witnesses(TrustPolicy policy, HttpClient http, Duration atMost, MeterRegistry registry) {
        this.witnesses = policy.witnesses().stream().filter(party -> !party.url().isEmpty()).map(party -> new Witness(party, http)).toList();
        this.quorum = policy.quorum();
        this.atMost = atMost;
        witnesses.forEach(witness -> Gauge.builder("constancia.ledger.witness", () -> reached.getOrDefault(witness.name(), false) ? 1 : 0)
                .tag("witness", witness.name()).description("1 when the witness cosigned when it was last asked").register(registry));
    }

    private record Reply(Witness witness, Witness.Answer answer) {
    }

    /** One checkpoint's round of questions. */
    private final class Round {

        private final SignedCheckpoint checkpoint;
        private final LongFunction<ConsistencyProof> growthFrom;
        private final long size;
        private final long deadline = System.nanoTime() + atMost.toNanos();
        private final BlockingQueue<Reply> replies = new LinkedBlockingQueue<>();
        private final Map<Witness, Integer> asked = new HashMap<>();
        private final Set<String> names = new HashSet<>();
        private final List<SignatureLine> lines = new ArrayList<>();
        private int outstanding;

        Round(SignedCheckpoint checkpoint, LongFunction<ConsistencyProof> growthFrom) {
            this.checkpoint = checkpoint;
            this.growthFrom = growthFrom;
            this.size = checkpoint.unverified().size();
        }

        SignedCheckpoint run() throws InterruptedException {
            long now = System.nanoTime();
            witnesses.stream().filter(witness -> leftAloneUntil.getOrDefault(witness.name(), now) - now <= 0).forEach(this::ask);
            while (outstanding > 0 && !isEnough()) {
                Reply reply = replies.poll(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
                if (reply == null) {
                    break;
                }
                outstanding--;
                take(reply);
            }
            return lines.isEmpty() ? checkpoint : checkpoint.with(lines);
        }

        private boolean isEnough() {
            return !(quorum instanceof Quorum.None) && quorum.isMetBy(names);
        }

        private void ask(Witness witness) {
            Duration left = Duration.ofNanos(Math.max(1_000_000, deadline - System.nanoTime()));
            outstanding++;
            asked.merge(witness, 1, Integer::sum);
            witness.ask(checkpoint, growthFrom.apply(Math.min(witness.cosigned(), size)), left)
                    .thenAccept(answer -> replies.add(new Reply(witness, answer)));
        }

        private void take(Reply reply) {
            Witness witness = reply.witness();
            switch (reply.answer()) {
                case Witness.Answer.Yes yes -> {
                    witness.cosigned(size);
                    names.add(witness.name());
                    lines.addAll(yes.lines());
                    reached.put(witness.name(), true);
                }
                case Witness.Answer.Elsewhere elsewhere when elsewhere.size() <= size && asked.get(witness) < QUESTIONS -> {
                    witness.cosigned(elsewhere.size());
                    ask(witness);
                }
                case Witness.Answer.Elsewhere elsewhere -> leaveAlone(witness, "it says that it cosigned size " + elsewhere.size());
                case Witness.Answer.No no -> leaveAlone(witness, no.reason());
            }
        }

        private void leaveAlone(Witness witness, String reason) {
            leftAloneUntil.put(witness.name(), System.nanoTime() + LEFT_ALONE.toNanos());
            reached.put(witness.name(), false);
            log.warn("event=witness-failed witness={} size={} reason=\"{}\"", witness.name(), size, reason);
        }
    }

    @Override
    public SignedCheckpoint cosign(SignedCheckpoint checkpoint, LongFunction<ConsistencyProof> growthFrom) {
        if (checkpoint.unverified().size() == 0) {
            return checkpoint;
        }
        try {
            return new Round(checkpoint, growthFrom).run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return checkpoint;
        }
    }
}
