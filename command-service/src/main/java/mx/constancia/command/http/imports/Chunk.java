package mx.constancia.command.http.imports;

import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Lines that follow on each other in an import.
 *
 * @param lines the lines
 * @param done  completes when each has its answer, or will have none
 */
record Chunk(List<Line> lines, CompletableFuture<?> done) {

    /** Follows on the last lines. */
    static final Chunk END = new Chunk(List.of(), CompletableFuture.completedFuture(null));
}
