package mx.constancia.query.projection;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How far the rebuild is that all nodes share, as this node sees it. */
@Component
final class RebuildStatus {

    private static final Duration WINDOW = Duration.ofSeconds(20);

    /**
     * A rebuild under way.
     *
     * @param generation      the generation that is being filled
     * @param events          records of the topic that were read
     * @param total           records of the topic
     * @param eventsPerSecond records read per second, lately
     * @param failure         why nothing moves in this node, if so
     */
    record Running(int generation, long events, long total, double eventsPerSecond, @Nullable String failure) {

        /** Part of the topic that was read, in percent. */
        double percent() {
            return total == 0 ? 100 : 100.0 * events / total;
        }

        /** Seconds until the topic's present end, at this speed; empty while it is not known. */
        Optional<Long> secondsLeft() {
            return eventsPerSecond > 0 ? Optional.of(Math.round((total - events) / eventsPerSecond)) : Optional.empty();
        }
    }

    private record Sample(long nanos, long events) {
    }

    private final Deque<Sample> samples = new ArrayDeque<>();
    private volatile @Nullable Running running;
    private volatile @Nullable Control control;

    /** The control document as last read; empty before the first time. */
    Optional<Control> control() {
        return Optional.ofNullable(control);
    }

    void read(Control now) {
        control = now;
        if (now.building().isEmpty()) {
            running = null;
        }
    }

    Optional<Running> running() {
        return Optional.ofNullable(running);
    }

    /** Called by one thread. */
    Running measured(int generation, long events, long total, @Nullable String failure) {
        Running before = running;
        if (before == null || before.generation() != generation || events < before.events()) {
            samples.clear();
        }
        long now = System.nanoTime();
        samples.addLast(new Sample(now, events));
        while (samples.size() > 2 && now - samples.getFirst().nanos() > WINDOW.toNanos()) {
            samples.removeFirst();
        }
        Sample first = samples.getFirst();
        double seconds = (now - first.nanos()) / 1e9;
        double rate = seconds > 0 ? (events - first.events()) / seconds : 0;
        Running measured = new Running(generation, events, total, rate, failure);
        running = measured;
        return measured;
    }
}
