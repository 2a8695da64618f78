package mx.constancia.history;

import org.jspecify.annotations.Nullable;

import mx.constancia.events.RecordedEvent;

import tools.jackson.databind.JsonNode;

/**
 * A field that is not the same at two moments of one history.
 *
 * @param path   JSON Pointer of the field in the state (RFC 6901)
 * @param before its value at the one moment; absent when it had none
 * @param after  its value at the other moment; absent when it has none
 * @param event  the last event on the way that changed it
 * @param undone whether the way leads back: the event counts at the one moment and no longer at the other
 */
public record Difference(String path, @Nullable JsonNode before, @Nullable JsonNode after, RecordedEvent event, boolean undone) {
}
