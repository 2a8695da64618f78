package mx.constancia.auditor.verify;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

import mx.constancia.events.StoredEvent;
import mx.constancia.events.entry.LedgerEntry;
import mx.constancia.events.entry.RestrictedSeal;

import org.jspecify.annotations.Nullable;

/** Compares what a source says of an event with the entry that the ledger has of it. */
final class EventComparison {

    private EventComparison() {
    }

    /**
     * The outcome.
     *
     * @param entry the entry that follows from the event; absent when the event is not the published one
     * @param fault why not; also when the restricted part is not the sealed one
     */
    record Compared(@Nullable LedgerEntry entry, @Nullable Fault fault) {
    }

    static Compared compare(StoredEvent event, byte[] published, long position, String source) {
        LedgerEntry derived;
        byte[] bytes;
        try {
            derived = LedgerEntry.of(event);
            bytes = derived.bytes();
        } catch (IllegalArgumentException e) {
            return new Compared(null, Fault.at(position, Fault.Kind.EVENT_MALFORMED, source, e.getMessage()));
        }
        if (!Arrays.equals(bytes, published)) {
            return new Compared(null, Fault.at(position, Fault.Kind.EVENT_CHANGED, source, differences(derived, published)));
        }
        return RestrictedSeal.holds(event)
                ? new Compared(derived, null)
                : new Compared(derived, Fault.at(position, Fault.Kind.RESTRICTED_CHANGED, source));
    }

    private static String differences(LedgerEntry derived, byte[] published) {
        try {
            LedgerEntry entry = LedgerEntry.parse(published);
            List<String> names = new ArrayList<>();
            for (RecordComponent component : LedgerEntry.class.getRecordComponents()) {
                if (!Objects.equals(component.getAccessor().invoke(derived), component.getAccessor().invoke(entry))) {
                    names.add(component.getName());
                }
            }
            return String.join(", ", names);
        } catch (IllegalArgumentException e) {
            return "format";
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a record's components can be read", e);
        }
    }
}
