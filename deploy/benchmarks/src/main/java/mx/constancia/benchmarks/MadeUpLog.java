package mx.constancia.benchmarks;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import mx.constancia.events.Actor;
import mx.constancia.events.DomainEvent;
import mx.constancia.events.Envelope;
import mx.constancia.events.EventCodec;
import mx.constancia.events.EventTypes;
import mx.constancia.events.Evidence;
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

/**
 * A log of the size that a benchmark wants, the same each time: one agency, and mechanisms whose lives advance in turn, a
 * fact each. Names and places are made up; the events are as large as those of the documented programmes, some 1.2 kB.
 */
final class MadeUpLog {

    /** The only agency. */
    static final String AGENCY = "muestra";

    private static final Instant BEGAN = Instant.parse("2025-01-06T15:00:00.000Z");
    private static final LocalDate FIRST_DAY = LocalDate.of(2019, 1, 7);
    private static final int BEGINNING = 3;
    private static final int CYCLE = 6;

    private final int mechanisms;
    private long position;

    /** A log that begins with the agency's registration. */
    MadeUpLog(int mechanisms) {
        this.mechanisms = mechanisms;
    }

    /** The id of a mechanism, from 0. */
    static String mechanism(long number) {
        return "mecanismo-" + number;
    }

    /** The next events of the log. */
    List<StoredEvent> next(int count) {
        List<StoredEvent> events = new ArrayList<>(count);
        for (int each = 0; each < count; each++) {
            events.add(next());
        }
        return events;
    }

    /** The next event of the log. */
    StoredEvent next() {
        long step = (position - 1) / mechanisms;
        StoredEvent event = position == 0
                ? stored(StreamId.ofAgency(AGENCY), 1, new AgencyRegistered(AGENCY, "Secretaría de muestra", "AGENCY", "FEDERAL_AGENCY", "B",
                        "America/Mexico_City", "Ley Orgánica de la Administración Pública Federal"))
                : stored(StreamId.ofMechanism(mechanism((position - 1) % mechanisms)), step + 1, fact(step));
        position++;
        return event;
    }

    private DomainEvent fact(long step) {
        String id = mechanism((position - 1) % mechanisms);
        LocalDate day = FIRST_DAY.plusDays(step);
        long number = (step - BEGINNING) / CYCLE;
        return switch ((int) (step < BEGINNING ? step : BEGINNING + (step - BEGINNING) % CYCLE)) {
            case 0 -> new MechanismProposed(id, AGENCY, "FEDERAL_AGENCY", "Consejo Consultivo de Muestra " + id,
                    List.of("Ley de Planeación, art. 20"), "doc-analisis", "doc-diagnostico", null);
            case 1 -> new MechanismDetermined("ADVISORY", "FACE_TO_FACE", List.of("OPINION", "DIALOGUE"), "doc-analisis", null,
                    "Opinar sobre los programas de la dependencia y proponer su mejora", List.of("Acuerdo de creación"),
                    new Coverage("NATIONAL", List.of(), List.of()), null, null, List.of());
            case 2 -> new CallOpened("C-1", new CallContent("Consulta, presencial, opinión", "Integrar el consejo", "Trayectoria en la materia",
                    "Solicitudes dentro de veinticinco días", "Nacional", "Secretaría técnica"), day, day.plusDays(25),
                    List.of("GOB_MX_PARTICIPA"), List.of(new SeatOffer("ACADEMIC", null, 4, 4)));
            case 3 -> new MemberAppointed("A-" + number, "academia-" + number % 8, "person:" + number, "Persona integrante " + number,
                    "CIVIL_SOCIETY_REPRESENTATIVE", "ACADEMIC", null, "Universidad de muestra", "MEMBER", "TITULAR", "PUBLIC_CALL", "C-1", null,
                    day, day.plusYears(3), "NONE", null, null, true, "doc-acreditacion-" + number);
            case 4 -> new SessionConvened("S-" + number, "ORDINARY", number + "/2020", day.plusDays(5), "Sala de juntas", null,
                    List.of("Lista de asistencia", "Orden del día", "Asuntos generales"), List.of("doc-orden-" + number), day, 12);
            case 5 -> new SessionHeld("S-" + number, "ORDINARY", number + "/2020", "Sala de juntas", List.of("A-" + number), List.of(), 12, true, false);
            case 6 -> new DirectInvitationIssued("I-" + number, "academia-" + number % 8, "ACADEMIC", null, "MEMBER", "person:invitada-" + number,
                    "El mecanismo lo requiere", null);
            case 7 -> new MemberSeparated("A-" + number, "EXPRESS_RESIGNATION", "II", day, "MEMBER", null, "Renuncia por escrito", List.of("doc-renuncia"));
            default -> new CallOpened("C-" + (number + 2), new CallContent("Consulta, presencial, opinión", "Renovar el consejo", "Trayectoria",
                    "Solicitudes dentro de veinticinco días", "Nacional", "Secretaría técnica"), day, day.plusDays(25),
                    List.of("GOB_MX_PARTICIPA"), List.of());
        };
    }

    private StoredEvent stored(String stream, long version, DomainEvent event) {
        EventCodec.Parts parts = EventCodec.encode(event);
        Envelope envelope = new Envelope(FIRST_DAY.plusDays(version), "America/Mexico_City", AGENCY,
                new Actor("oficial-1", "RESPONSIBLE_UNIT", AGENCY), null, "SEGOB-2017", List.of("G-12", "G-18"), "HISTORICAL",
                List.of(new LegalBasis("SEGOB-2017", "G-18")), List.of(new Evidence("doc-" + position, "0".repeat(64), "PUBLIC")), null,
                parts.visibility(), "correlation-" + position, "command-" + position, null,
                version % 50 == 0 ? List.of(new Finding("G18-CONTENT-MISSING", "G-18", "El contenido no está completo.")) : List.of());
        RestrictedSeal seal = parts.restrictedPart() == null ? null : RestrictedSeal.of(parts.restrictedPart());
        return new StoredEvent(position, "event-" + position, stream, version, EventTypes.nameOf(event.getClass()),
                BEGAN.plusSeconds(position), EventCodec.encode(envelope), parts.publicPart(), parts.restrictedPart(),
                seal == null ? null : seal.digest(), seal == null ? null : seal.salt());
    }
}
