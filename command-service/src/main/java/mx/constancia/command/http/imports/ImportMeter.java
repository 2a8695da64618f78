package mx.constancia.command.http.imports;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/** Counts lines by what became of them, and the imports under way. */
final class ImportMeter {

    private final Map<LineResult, Counter> lines = new EnumMap<>(LineResult.class);
    private final AtomicInteger active;

    ImportMeter(MeterRegistry registry) {
        for (LineResult result : LineResult.values()) {
            lines.put(result, Counter.builder("constancia.imports.lines").description("Lines of imports by outcome")
                    .tag("outcome", result.tag()).register(registry));
        }
        active = registry.gauge("constancia.imports.active", new AtomicInteger());
    }

    void count(LineResult result) {
        lines.get(result).increment();
    }

    /** An import under way. */
    interface Running extends AutoCloseable {

        @Override
        void close();
    }

    Running began() {
        active.incrementAndGet();
        return active::decrementAndGet;
    }
}
