package mx.constancia.query.timeline;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;

import mx.constancia.events.Envelope;
import mx.constancia.events.Finding;
import mx.constancia.events.RecordedEvent;
import mx.constancia.events.StreamId;
import mx.constancia.query.board.Derivation;
import mx.constancia.query.board.Positions;
import mx.constancia.query.board.Step;
import mx.constancia.query.store.View;

import org.bson.Document;

/** One document per event: what lists of events filter and sort by. The event's own texts stay in the log. */
public final class Facts {

    /** The view of facts. */
    public static final Derivation DERIVATION = new Derivation(View.FACTS, Derivation.Kind.FACTS, step -> List.of(of(step)));

    private Facts() {
    }

    static Document of(Step<?> step) {
        RecordedEvent event = step.event();
        Envelope envelope = event.envelope();
        Persons persons = Persons.of(step);
        return base(step)
                .append("stream", event.streamId())
                .append("version", event.version())
                .append("eventId", event.eventId())
                .append("actor", envelope.actor().userId())
                .append("role", envelope.actor().role())
                .append("rules", envelope.ruleRefs())
                .append("findings", envelope.findings().stream().map(Finding::code).distinct().toList())
                .append("restricted", step.stored().restrictedPart() != null)
                .append("persons", persons.open())
                .append("restrictedPersons", persons.restricted());
    }

    /** What every document about one event has: its {@code _id} and {@code position}, whose it is, what kind, and its two dates. */
    public static Document base(Step<?> step) {
        RecordedEvent event = step.event();
        Envelope envelope = event.envelope();
        Document document = new Document("_id", Positions.id(event.position()))
                .append("position", event.position())
                .append("agencyId", envelope.agencyId());
        step.mechanism().ifPresent(mechanism -> document.append("mechanismId", StreamId.idOf(event.streamId()))
                .append("mechanismName", mechanism.name()).append("mechanismType", mechanism.mechanismType()));
        return document.append("type", step.stored().type())
                .append("occurredOn", envelope.occurredOn().toString())
                .append("recordedAt", Date.from(event.recordedAt()))
                .append("recordMode", envelope.recordMode())
                .append("delayDays", delayDays(envelope.occurredOn(), event.recordedAt(), envelope.timeZone()));
    }

    /** Whole days from the legal date to the day of recording, both at the agency's seat. */
    static int delayDays(LocalDate occurredOn, Instant recordedAt, String timeZone) {
        return (int) ChronoUnit.DAYS.between(occurredOn, LocalDate.ofInstant(recordedAt, zone(timeZone)));
    }

    private static ZoneId zone(String timeZone) {
        try {
            return ZoneId.of(timeZone);
        } catch (DateTimeException e) {
            return ZoneOffset.UTC;
        }
    }
}
