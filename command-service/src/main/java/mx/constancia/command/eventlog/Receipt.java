package mx.constancia.command.eventlog;

import java.time.Instant;

/**
 * What an idempotency key was recorded with. Its events stand at contiguous positions.
 *
 * @param fingerprint   SHA-256 of the request, hexadecimal
 * @param streamId      the stream
 * @param firstPosition position of its first event
 * @param eventCount    number of its events
 * @param version       the stream's version after them
 * @param recordedAt    when the log took them
 */
public record Receipt(String fingerprint, String streamId, long firstPosition, int eventCount, long version, Instant recordedAt) {
}
