package mx.constancia.auditor.verify;

import java.util.HashMap;
import java.util.Map;

import mx.constancia.events.entry.LedgerEntry;

/** Follows what the entries say of themselves: positions, versions without a hole in every stream, a clock that never goes back. */
final class Streams {

    private final String source;
    private final Faults faults;
    private final Map<String, Long> versions;
    private String recordedAt;

    Streams(Ground ground, String source, Faults faults) {
        this.source = source;
        this.faults = faults;
        this.versions = new HashMap<>(ground.versions());
        this.recordedAt = ground.recordedAt();
    }

    void next(long position, LedgerEntry entry) {
        if (entry.position() != position) {
            faults.add(Fault.at(position, Fault.Kind.ENTRY_MISPLACED, source, entry.position()));
        }
        long expected = versions.getOrDefault(entry.stream(), 0L) + 1;
        if (entry.version() != expected) {
            faults.add(Fault.at(position, Fault.Kind.VERSION_BROKEN, source, entry.stream(), entry.version(), expected));
        }
        versions.put(entry.stream(), entry.version());
        // Texts of one length and one time zone: their order is the order of time.
        if (entry.recordedAt().compareTo(recordedAt) < 0) {
            faults.add(Fault.at(position, Fault.Kind.CLOCK_BACKWARDS, source, entry.recordedAt(), recordedAt));
        }
        recordedAt = entry.recordedAt();
    }

    Map<String, Long> versions() {
        return versions;
    }

    String recordedAt() {
        return recordedAt;
    }
}
