package mx.constancia.events;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import mx.constancia.events.agency.AgencyRegistered;
import mx.constancia.events.entry.RestrictedSeal;
import mx.constancia.events.installation.LedgerKeyAnnounced;
import mx.constancia.events.installation.ParkedReplayRequested;
import mx.constancia.events.installation.RebuildCancelled;
import mx.constancia.events.installation.RebuildRequested;
import mx.constancia.events.mechanism.AnnualReportContent;
import mx.constancia.events.mechanism.AnnualReportPublished;
import mx.constancia.events.mechanism.CallAmended;
import mx.constancia.events.mechanism.CallClosed;
import mx.constancia.events.mechanism.CallContent;
import mx.constancia.events.mechanism.CallOpened;
import mx.constancia.events.mechanism.CoordinationHeadAssigned;
import mx.constancia.events.mechanism.Coverage;
import mx.constancia.events.mechanism.DirectInvitationIssued;
import mx.constancia.events.mechanism.ExistingMechanismRegistered;
import mx.constancia.events.mechanism.InvitationAssessment;
import mx.constancia.events.mechanism.MechanismConcluded;
import mx.constancia.events.mechanism.MechanismDetermined;
import mx.constancia.events.mechanism.MechanismOrganized;
import mx.constancia.events.mechanism.MechanismProposed;
import mx.constancia.events.mechanism.MemberAppointed;
import mx.constancia.events.mechanism.MemberProfile;
import mx.constancia.events.mechanism.MemberSeparated;
import mx.constancia.events.mechanism.OperationBegan;
import mx.constancia.events.mechanism.SeatOffer;
import mx.constancia.events.mechanism.SessionConvened;
import mx.constancia.events.mechanism.SessionHeld;
import mx.constancia.events.mechanism.TechnicalSecretaryAssigned;

/** One illustrative event of every type, with every component filled. */
public final class Samples {

    public static final LocalDate DAY = LocalDate.of(2018, 9, 24);
    /** Not random, so that samples stay the same. */
    private static final String SALT = "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f";
    private static final Coverage NATIONAL = new Coverage("NATIONAL", List.of(), List.of());
    private static final CallContent CONTENT = new CallContent("Consulta, presencial, opinión", "Opinar sobre el fomento",
            "Trayectoria académica", "Solicitudes hasta el 19 de octubre", "Nacional", "Secretaría técnica del consejo");

    private Samples() {
    }

    public static List<DomainEvent> all() {
        return List.of(
                new AgencyRegistered("segob", "Secretaría de Gobernación", "AGENCY", "FEDERAL_AGENCY", "B", "America/Mexico_City",
                        "Ley Orgánica de la Administración Pública Federal, art. 27"),
                new MechanismProposed("consejo", "segob", "FEDERAL_AGENCY", "Consejo de muestra",
                        List.of("Ley Federal de Fomento, art. 26"), "doc-analisis", "doc-diagnostico",
                        new MemberProfile(List.of("CSO", "ACADEMIC"), List.of("Experiencia en la materia"))),
                new ExistingMechanismRegistered("consejo", "segob", "FEDERAL_AGENCY", "Consejo de muestra", "ADVISORY", "FACE_TO_FACE",
                        List.of("OPINION"), NATIONAL, "Opinar", List.of("Ley Federal de Fomento"), "OPERATING", List.of("TERM_EXPIRED")),
                new MechanismDetermined("ADVISORY", "FACE_TO_FACE", List.of("OPINION", "DELIBERATION"), "doc-analisis, apartado 3",
                        new MemberProfile(List.of("ACADEMIC"), List.of()), "Opinar", List.of("Ley Federal de Fomento"),
                        new Coverage("REGIONAL", List.of("08", "10"), List.of()), "Con enfoque de derechos humanos",
                        "Con perspectiva de género", List.of("STIPEND")),
                new CallOpened("C-1", CONTENT, DAY, DAY.plusDays(25), List.of("GOB_MX_PARTICIPA"),
                        List.of(new SeatOffer("OTHER", "Colegios de profesionistas", 4, 4))),
                new CallAmended("C-1", DAY.plusDays(40), DAY.plusDays(25), CONTENT, "Se amplía el plazo"),
                new CallClosed("C-1", 21),
                new DirectInvitationIssued("I-1", "academia-1", "OTHER", "Colegio de profesionistas", "MEMBER", "person:7f3a",
                        "El mecanismo lo requiere",
                        new InvitationAssessment("Reconocimiento público", "Práctica en la materia", List.of("Disponibilidad"))),
                new MemberAppointed("A-1", "academia-1", "person:7f3a", "Nombre de la persona integrante",
                        "CIVIL_SOCIETY_REPRESENTATIVE", "OTHER", "Colegio de profesionistas", "Colegio de muestra", "MEMBER", "TITULAR",
                        "PUBLIC_CALL", "C-1", "I-1", DAY, DAY.plusYears(3), "NONE", "Dirección de muestra", "Reglamento interior, art. 9",
                        true, "doc-acreditacion"),
                new TechnicalSecretaryAssigned("person:91c0", "Nombre de la persona titular", "Dirección de Vinculación",
                        "MANAGING_OFFICER_OR_EQUIVALENT", DAY),
                new CoordinationHeadAssigned("person:91c0", "Nombre de la persona titular", "Dirección General de Vinculación",
                        "DIRECTOR_GENERAL_OR_EQUIVALENT", DAY),
                new MechanismOrganized(1, 13),
                new SessionConvened("S-1", "ORDINARY", "1/2018", DAY.plusDays(10), "Sala de juntas", "https://sesion.example", List.of("Lista de asistencia"),
                        List.of("doc-orden"), DAY, 14),
                new SessionHeld("S-1", "ORDINARY", "1/2018", "Sala de juntas", List.of("A-1"), List.of("A-2"), 14, true, false),
                new OperationBegan(DAY, "https://participa.example/calendario"),
                new MemberSeparated("A-1", "EXPRESS_RESIGNATION", "II", DAY, "MEMBER", DAY, "Renuncia por escrito", List.of("doc-renuncia")),
                new AnnualReportPublished(2018, 2, new AnnualReportContent("Avance", "Actividades", "Evaluación", "Ninguno"), "doc-informe",
                        "https://participa.example/informe", List.of("GOB_MX_PARTICIPA"), "Archivo de trámite, caja 1", "Fe de erratas"),
                new MechanismConcluded("Cumplió su objeto"),
                new RebuildRequested("Cambio de la forma de las vistas"),
                new RebuildCancelled("Se pospone a la noche"),
                new ParkedReplayRequested("Versión nueva instalada", "mechanism-consejo"),
                new LedgerKeyAnnounced("example.org/mecanismos+fd99dbb9+AQOhB7/zzhC+HXDdGOdLwJln5NYwm6UNXx3chmQSVTG4", "Relevo anual"));
    }

    static Envelope envelope(EventCodec.Parts parts) {
        return new Envelope(DAY, "America/Mexico_City", "segob", new Actor("segob", "RESPONSIBLE_UNIT", "segob"), "person:11aa",
                "SEGOB-2017", List.of("G-18"), "HISTORICAL", List.of(new LegalBasis("SEGOB-2017", "G-18")),
                List.of(new Evidence("doc-1", "0".repeat(64), "PUBLIC")), new Source("Convocatoria 2018", true), parts.visibility(),
                "corr-1", "cmd-1", "event-0", List.of(new Finding("G18-CONTENT-MISSING", "G-18", "The call does not state its purpose.")));
    }

    public static StoredEvent stored(DomainEvent event, long position) {
        EventCodec.Parts parts = EventCodec.encode(event);
        RestrictedSeal seal = parts.restrictedPart() == null ? null : RestrictedSeal.of(parts.restrictedPart(), SALT);
        return new StoredEvent(position, "event-" + position, "mechanism-consejo", position + 1, EventTypes.nameOf(event.getClass()),
                Instant.parse("2026-01-02T03:04:05.006Z"), EventCodec.encode(envelope(parts)), parts.publicPart(), parts.restrictedPart(),
                seal == null ? null : seal.digest(), seal == null ? null : seal.salt());
    }
}
