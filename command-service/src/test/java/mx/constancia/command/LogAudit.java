package mx.constancia.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;

import mx.constancia.command.eventlog.EventLog;
import mx.constancia.events.EventCodec;
import mx.constancia.events.StoredEvent;

/** Reads a whole log and proves what must hold of every log. */
public final class LogAudit {

    private final List<StoredEvent> events = new ArrayList<>();

    private LogAudit(EventLog log) {
        List<StoredEvent> page;
        do {
            page = log.readFrom(events.size(), 1000);
            events.addAll(page);
        } while (!page.isEmpty());
    }

    /** Positions and the versions of each stream have no gap, times never decrease, and no command was recorded twice. */
    public static LogAudit of(EventLog log) {
        LogAudit audit = new LogAudit(log);
        assertThat(audit.events).extracting(StoredEvent::position)
                .isEqualTo(LongStream.range(0, audit.events.size()).boxed().toList());
        assertThat(audit.events).extracting(StoredEvent::recordedAt).isSorted();
        assertThat(audit.events).extracting(StoredEvent::eventId).doesNotHaveDuplicates();
        Map<String, Long> versions = new HashMap<>();
        Set<List<String>> commands = new HashSet<>();
        for (StoredEvent event : audit.events) {
            assertThat(event.version()).as(event.streamId()).isEqualTo(versions.merge(event.streamId(), 1L, Long::sum));
            String command = EventCodec.decodeEnvelope(event).causationId();
            assertThat(commands.add(List.of(command, event.type()))).as("%s was recorded once", command).isTrue();
        }
        return audit;
    }

    /** The commands that were recorded. */
    public Set<String> commandIds() {
        Set<String> ids = new HashSet<>();
        events.forEach(event -> ids.add(EventCodec.decodeEnvelope(event).causationId()));
        return ids;
    }

    public int size() {
        return events.size();
    }
}
