package mx.constancia.history;

import java.time.LocalDate;

import mx.constancia.events.Finding;

/**
 * A finding and the event that carries it (hallazgo).
 *
 * @param finding    what the rulebook objects to
 * @param eventId    the event
 * @param version    the event's version
 * @param occurredOn the event's legal date
 */
public record NotedFinding(Finding finding, String eventId, long version, LocalDate occurredOn) {
}
