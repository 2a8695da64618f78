package mx.constancia.command.relay;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The ledger's objection to the log. It stands in the database, because the relay and the ledger's writer may be active on
 * different nodes. While it stands, the relay sends nothing.
 */
public final class StandingAlarm {

    /** Selects why nothing may be sent now; no row when nothing stands in the way. */
    static final String QUESTION = "select 'position ' || position || ': ' || reason from ledger_alarm";

    private final JdbcClient jdbc;
    private final Clock clock;
    private volatile CountDownLatch judgement = new CountDownLatch(1);

    public StandingAlarm(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The ledger's writer found that history is not what it was, from this position on. */
    public void raise(long position, String reason) {
        jdbc.sql("""
                insert into ledger_alarm (position, reason, raised_at) values (?, ?, ?)
                on conflict (only_one) do update set position = excluded.position, reason = excluded.reason""")
                .params(position, reason, OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC)).update();
        judged();
    }

    /** The ledger's writer found the log whole. */
    public void lift() {
        jdbc.sql("delete from ledger_alarm").update();
        judged();
    }

    /** The writer of another node judges the log. */
    public void leaveToAnotherNode() {
        judged();
    }

    /** Waits until this node's writer has judged the log once more; says whether it did in time. */
    boolean isJudgedWithin(Duration time) throws InterruptedException {
        return judgement.await(time.toNanos(), TimeUnit.NANOSECONDS);
    }

    private void judged() {
        CountDownLatch awaited = judgement;
        judgement = new CountDownLatch(1);
        awaited.countDown();
    }
}
