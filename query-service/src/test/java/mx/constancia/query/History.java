package mx.constancia.query;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import mx.constancia.events.Actor;
import mx.constancia.events.DomainEvent;
import mx.constancia.events.Envelope;
import mx.constancia.events.EventCodec;
import mx.constancia.events.EventTypes;
import mx.constancia.events.Finding;
import mx.constancia.events.LegalBasis;
import mx.constancia.events.StoredEvent;
import mx.constancia.events.StreamId;
import mx.constancia.events.agency.AgencyRegistered;
import mx.constancia.events.entry.RestrictedSeal;
import mx.constancia.events.mechanism.CallContent;
import mx.constancia.events.mechanism.CallOpened;
import mx.constancia.events.mechanism.Coverage;
import mx.constancia.events.mechanism.DirectInvitationIssued;
import mx.constancia.events.mechanism.MechanismDetermined;
import mx.constancia.events.mechanism.MechanismProposed;
import mx.constancia.events.mechanism.MemberAppointed;
import mx.constancia.events.mechanism.MemberSeparated;
import mx.constancia.events.mechanism.SeatOffer;
import mx.constancia.events.mechanism.SessionConvened;
import mx.constancia.events.mechanism.SessionHeld;

import org.jspecify.annotations.Nullable;

/** A log in the making: each fact takes the next position and the next version of its stream. */
public final class History {

    /** Recorded one second after the other, from here on. */
    public static final Instant BEGAN = Instant.parse("2026-01-05T15:00:00.000Z");

    private static final String SALT = "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f";

    private final List<StoredEvent> events = new ArrayList<>();
    private final Map<String, Long> versions = new HashMap<>();
    private final String ids;
    private @Nullable LocalDate day;

    public History() {
        this("event-");
    }

    /** A log whose events have other ids than those of any other log, as it is in life. */
    public History(String ids) {
        this.ids = ids;
    }

    public List<StoredEvent> events() {
        return List.copyOf(events);
    }

    public StoredEvent last() {
        return events.getLast();
    }

    public History agency(String agency) {
        return record(StreamId.ofAgency(agency), agency, new AgencyRegistered(agency, "Secretaría " + agency, "AGENCY", "FEDERAL_AGENCY",
                "A", "America/Mexico_City", "Ley Orgánica"));
    }

    public History proposed(String mechanism, String agency, String name) {
        return record(StreamId.ofMechanism(mechanism), agency, new MechanismProposed(mechanism, agency, "FEDERAL_AGENCY", name,
                List.of("Ley de Planeación"), "doc-1", "doc-2", null));
    }

    public History determined(String mechanism, String agency) {
        return record(StreamId.ofMechanism(mechanism), agency, new MechanismDetermined("ADVISORY", "FACE_TO_FACE", List.of("DIALOGUE"),
                "doc-1", null, "Asesorar", List.of("Acuerdo"), new Coverage("NATIONAL", List.of(), List.of()), null, null, List.of()));
    }

    public History called(String mechanism, String agency, String callId) {
        return record(StreamId.ofMechanism(mechanism), agency, new CallOpened(callId,
                new CallContent("I", "II", "III", "IV", "V", "VI"), LocalDate.of(2026, 1, 10), LocalDate.of(2026, 2, 10),
                List.of("GOB_MX_PARTICIPA"), List.of(new SeatOffer("ACADEMIC", null, 2, 1))));
    }

    public History invited(String mechanism, String agency, String invitationId) {
        return record(StreamId.ofMechanism(mechanism), agency, new DirectInvitationIssued(invitationId, "seat-" + invitationId, "ACADEMIC", null,
                "MEMBER", "person-" + invitationId, "Trayectoria", null));
    }

    public History appointed(String mechanism, String agency, String appointmentId) {
        return record(StreamId.ofMechanism(mechanism), agency, new MemberAppointed(appointmentId, "seat-" + appointmentId,
                "person-" + appointmentId, "Integrante " + appointmentId, "CIVIL_SOCIETY_REPRESENTATIVE", "ACADEMIC", null, "Universidad",
                "MEMBER", "TITULAR", "PUBLIC_CALL", "C-1", null, LocalDate.of(2026, 2, 20), null, "NONE", null, null, true, "doc-9"));
    }

    public History separated(String mechanism, String agency, String appointmentId) {
        return record(StreamId.ofMechanism(mechanism), agency, new MemberSeparated(appointmentId, "EXPRESS_RESIGNATION", "II",
                LocalDate.of(2026, 3, 1), "MEMBER", null, "motivos personales", List.of("doc-10")));
    }

    public History session(String mechanism, String agency, String sessionId) {
        record(StreamId.ofMechanism(mechanism), agency, new SessionConvened(sessionId, "ORDINARY", null, LocalDate.of(2026, 3, 5), "Sala",
                null, List.of("Orden del día"), List.of(), LocalDate.of(2026, 3, 1), 5));
        return record(StreamId.ofMechanism(mechanism), agency, new SessionHeld(sessionId, "ORDINARY", null, "Sala", List.of(), List.of(), 5,
                true, false));
    }

    /** From here on, everything that is recorded happened on this day; before that, a day passes with each fact. */
    public History on(LocalDate everything) {
        day = everything;
        return this;
    }

    /** Any fact. */
    public History record(String stream, String agency, DomainEvent event) {
        return record(stream, agency, day != null ? day : LocalDate.of(2026, 1, 5).plusDays(events.size()), event);
    }

    /** Any fact, with its legal date. */
    public History record(String stream, String agency, LocalDate occurredOn, DomainEvent event) {
        EventCodec.Parts parts = EventCodec.encode(event);
        long position = events.size();
        long version = versions.merge(stream, 1L, Long::sum);
        Envelope envelope = new Envelope(occurredOn, "America/Mexico_City", agency,
                new Actor("user-1", "RESPONSIBLE_UNIT", agency), null, "SEGOB-2017", List.of("G-12"), "LIVE",
                List.of(new LegalBasis("SEGOB-2017", "G-12")), List.of(), null, parts.visibility(), "correlation-" + position,
                "command-" + position, null, version == 2 ? List.of(new Finding("G15-ONE-SIDED", "G-15", "One side only.")) : List.of());
        RestrictedSeal seal = parts.restrictedPart() == null ? null : RestrictedSeal.of(parts.restrictedPart(), SALT);
        events.add(new StoredEvent(position, ids + position, stream, version, EventTypes.nameOf(event.getClass()),
                BEGAN.plusSeconds(position), EventCodec.encode(envelope), parts.publicPart(), parts.restrictedPart(),
                seal == null ? null : seal.digest(), seal == null ? null : seal.salt()));
        return this;
    }
}
