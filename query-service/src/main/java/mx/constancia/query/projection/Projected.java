package mx.constancia.query.projection;

import java.util.Map;

/**
 * What became of a batch.
 *
 * @param progress   where each of its partitions is now
 * @param applied    events that were folded
 * @param duplicates events that had been folded before
 */
record Projected(Map<Integer, Progress> progress, int applied, int duplicates) {
}
