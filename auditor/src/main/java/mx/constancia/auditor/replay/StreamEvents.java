package mx.constancia.auditor.replay;

import java.util.ArrayList;
import java.util.List;

import mx.constancia.auditor.verify.EventSink;
import mx.constancia.events.EventCodec;
import mx.constancia.events.RecordedEvent;
import mx.constancia.events.StoredEvent;

/** Collects the events of one stream while the log is verified. */
public final class StreamEvents implements EventSink {

    private final String stream;
    private final List<StoredEvent> events = new ArrayList<>();

    /** @param stream name of the stream, such as {@code mechanism-consejo-nacional} */
    public StreamEvents(String stream) {
        this.stream = stream;
    }

    @Override
    public boolean wants(StoredEvent event) {
        return event.streamId().equals(stream);
    }

    @Override
    public void accept(StoredEvent event) {
        events.add(event);
    }

    /**
     * The events, oldest first.
     *
     * @throws mx.constancia.events.UnknownEventTypeException when this build is older than one of them
     */
    public List<RecordedEvent> events() {
        return events.stream().map(EventCodec::decode).toList();
    }
}
