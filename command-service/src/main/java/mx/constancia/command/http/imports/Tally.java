package mx.constancia.command.http.imports;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** Counts what became of an import's lines. */
final class Tally {

    private final Map<LineResult, AtomicLong> answered = new EnumMap<>(LineResult.class);
    private final AtomicLong left = new AtomicLong();
    private final AtomicLong lastPosition = new AtomicLong(-1);

    Tally() {
        for (LineResult result : LineResult.values()) {
            answered.put(result, new AtomicLong());
        }
    }

    void count(LineAnswer answer) {
        answered.get(answer.result()).incrementAndGet();
        if (answer.position() != null) {
            lastPosition.accumulateAndGet(answer.position(), Math::max);
        }
    }

    /** Counts a line that came after the import's end. */
    void leave() {
        left.incrementAndGet();
    }

    long answered() {
        return answered.values().stream().mapToLong(AtomicLong::get).sum();
    }

    /** The counts by name: lines in all, those of each result, those that were left. */
    Map<String, Long> counts() {
        Map<String, Long> counts = new LinkedHashMap<>();
        counts.put("lines", answered() + left.get());
        answered.forEach((result, count) -> counts.put(result.tag(), count.get()));
        counts.put("left", left.get());
        return counts;
    }

    /** The greatest position that was answered; -1 for none. */
    long lastPosition() {
        return lastPosition.get();
    }
}
