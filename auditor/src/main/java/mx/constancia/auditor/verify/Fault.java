package mx.constancia.auditor.verify;

import java.util.Arrays;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Something that does not hold, at one position or a run of neighbouring ones.
 *
 * @param kind    what it is
 * @param from    first position of the log that it concerns; absent when it concerns the log as a whole
 * @param to      last position
 * @param source  where it was found
 * @param details what its sentence names, in that order
 */
public record Fault(Kind kind, @Nullable Long from, @Nullable Long to, String source, List<String> details) {

    public Fault {
        details = List.copyOf(details);
    }

    /** A fault of the log as a whole. */
    public static Fault of(Kind kind, String source, Object... details) {
        return new Fault(kind, null, null, source, texts(details));
    }

    /** A fault at a position. */
    public static Fault at(long position, Kind kind, String source, Object... details) {
        return new Fault(kind, position, position, source, texts(details));
    }

    /** A fault somewhere among positions. */
    public static Fault among(long from, long to, Kind kind, String source, Object... details) {
        return new Fault(kind, from, to, source, texts(details));
    }

    /** Whether this is the same fault at the next position. */
    boolean continues(Fault earlier) {
        return kind.runs && kind == earlier.kind && from != null && earlier.to != null && from == earlier.to + 1
                && source.equals(earlier.source) && details.equals(earlier.details);
    }

    /** One fault for both. */
    Fault after(Fault earlier) {
        return new Fault(kind, earlier.from, to, source, details);
    }

    /** How many positions it concerns; 1 when it concerns the log as a whole. */
    public long positions() {
        return from == null || to == null ? 1 : to - from + 1;
    }

    private static List<String> texts(Object... details) {
        return Arrays.stream(details).map(String::valueOf).toList();
    }

    /** What does not hold. */
    public enum Kind {
        /** The checkpoint's bytes are none. */
        CHECKPOINT_MALFORMED(true, false),
        /** Log or witnesses did not sign it as the auditor requires. */
        CHECKPOINT_UNSIGNED(true, false),
        /** The address showed another log before. */
        ANOTHER_LOG(true, false),
        /** The log's key is not the one that was remembered. */
        KEY_CHANGED(true, false),
        /** The log is shorter than it was. */
        SHRUNK(true, false),
        /** What was published before is not the beginning of what is published now. */
        FORKED(true, false),
        /** The entries do not lead to the signed root. */
        ROOT_DIFFERS(true, false),
        /** An entry is not the one that was signed. */
        ENTRY_CHANGED(true, true),
        /** A tile does not follow from the entries below it. */
        TILE_CHANGED(true, false),
        /** Neither the entries nor the tiles lead to the signed root, and they differ. */
        ENTRY_OR_TILE_CHANGED(true, true),
        /** A file of the log is not there. */
        FILE_MISSING(false, false),
        /** A file of the log is not of its format. */
        FILE_MALFORMED(true, false),
        /** The bytes of an entry are none. */
        ENTRY_MALFORMED(true, true),
        /** An entry names another position than its own. */
        ENTRY_MISPLACED(true, false),
        /** The events of a stream are not numbered without a hole. */
        VERSION_BROKEN(true, false),
        /** An event is recorded before the one in front of it. */
        CLOCK_BACKWARDS(true, false),
        /** A published event is not shown. */
        EVENT_MISSING(true, true),
        /** An event is not the published one. */
        EVENT_CHANGED(true, true),
        /** The bytes of an event are none. */
        EVENT_MALFORMED(true, true),
        /** A restricted part is not the one that was sealed. */
        RESTRICTED_CHANGED(true, true),
        /** A source could not be read to its end. */
        SOURCE_FAILED(false, false),
        /** The service's state is not what the events lead to. */
        STATE_DIFFERS(true, false),
        /** A receipt does not prove what it claims. */
        RECEIPT_INVALID(true, false),
        /** The log has not grown for longer than it may. */
        STALLED(false, false);

        private final boolean evidence;
        private final boolean runs;

        Kind(boolean evidence, boolean runs) {
            this.evidence = evidence;
            this.runs = runs;
        }

        /** Whether it speaks against the log; otherwise something was not there to be verified. */
        public boolean isEvidence() {
            return evidence;
        }
    }
}
