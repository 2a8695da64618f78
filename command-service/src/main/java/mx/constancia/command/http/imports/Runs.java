package mx.constancia.command.http.imports;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The lines of one stream, cut so that no run is too long or has a key twice. */
final class Runs {

    private static final int MAX_BYTES = 1 << 20;

    private final int maxLines;
    private final List<List<Line>> runs = new ArrayList<>();
    private final Set<String> keys = new HashSet<>();
    private int bytes;

    Runs(int maxLines) {
        this.maxLines = maxLines;
    }

    void add(Line line) {
        bytes += line.length();
        boolean fits = !runs.isEmpty() && runs.getLast().size() < maxLines && bytes <= MAX_BYTES;
        if (!keys.add(line.submission().idempotencyKey()) || !fits) {
            runs.add(new ArrayList<>());
            keys.clear();
            keys.add(line.submission().idempotencyKey());
            bytes = line.length();
        }
        runs.getLast().add(line);
    }

    List<List<Line>> all() {
        return runs;
    }
}
