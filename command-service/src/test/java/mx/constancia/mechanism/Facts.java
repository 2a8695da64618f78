package mx.constancia.mechanism;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

import mx.constancia.events.DomainEvent;
import mx.constancia.events.mechanism.CallContent;
import mx.constancia.events.mechanism.CallOpened;
import mx.constancia.events.mechanism.CoordinationHeadAssigned;
import mx.constancia.events.mechanism.Coverage;
import mx.constancia.events.mechanism.ExistingMechanismRegistered;
import mx.constancia.events.mechanism.InvitationAssessment;
import mx.constancia.events.mechanism.DirectInvitationIssued;
import mx.constancia.events.mechanism.MechanismConcluded;
import mx.constancia.events.mechanism.MechanismDetermined;
import mx.constancia.events.mechanism.MechanismOrganized;
import mx.constancia.events.mechanism.MechanismProposed;
import mx.constancia.events.mechanism.MemberAppointed;
import mx.constancia.events.mechanism.MemberProfile;
import mx.constancia.events.mechanism.MemberSeparated;
import mx.constancia.events.mechanism.OperationBegan;
import mx.constancia.events.mechanism.SessionHeld;
import mx.constancia.events.mechanism.TechnicalSecretaryAssigned;
import mx.constancia.guidelines.Scenario;
import mx.constancia.history.Lifecycle;
import mx.constancia.vocabulary.Modality;
import mx.constancia.vocabulary.SeatRole;

/** Facts for the given part of a scenario, and the stages of an ordinary life. */
public final class Facts {

    /** First day of what the facts describe. */
    public static final LocalDate START = LocalDate.of(2018, 1, 15);

    private static final Coverage NATIONAL = new Coverage("NATIONAL", List.of(), List.of());

    private Facts() {
    }

    public static MechanismProposed proposed() {
        return new MechanismProposed(Scenario.MECHANISM, Scenario.AGENCY, "FEDERAL_AGENCY", "Consejo de muestra", List.of("Ley, art. 1"),
                "doc-analisis", "doc-diagnostico", new MemberProfile(List.of("CSO"), List.of()));
    }

    public static MechanismDetermined determined(Modality modality) {
        return new MechanismDetermined("ADVISORY", modality.name(), List.of("OPINION"), "doc-analisis",
                new MemberProfile(List.of("CSO"), List.of()), "Opinar", List.of(), NATIONAL, "Sí", "Sí", List.of());
    }

    public static ExistingMechanismRegistered existing(Lifecycle lifecycle) {
        return new ExistingMechanismRegistered(Scenario.MECHANISM, Scenario.AGENCY, "FEDERAL_AGENCY", "Consejo de muestra", "ADVISORY",
                "FACE_TO_FACE", List.of("OPINION"), NATIONAL, null, List.of(), lifecycle.name(), List.of("TERM_EXPIRED"));
    }

    public static CallContent content() {
        return new CallContent("Consulta, presencial, opinión", "Opinar", "Trayectoria", "Hasta el 15 de febrero", "Nacional",
                "Secretaría técnica");
    }

    public static CallOpened callOpened() {
        return new CallOpened("C-1", content(), START, START.plusDays(31), List.of("GOB_MX_PARTICIPA"), List.of());
    }

    public static DirectInvitationIssued invited(String seatId) {
        return new DirectInvitationIssued("I-1", seatId, "CSO", null, "MEMBER", "person:9", "Es necesario",
                new InvitationAssessment("Reconocida", "Amplia", List.of()));
    }

    public static MemberAppointed civil(String appointmentId, String seatId, String personRef) {
        return appointed(appointmentId, seatId, personRef, "CIVIL_SOCIETY_REPRESENTATIVE", SeatRole.MEMBER);
    }

    public static MemberAppointed servant(String appointmentId, String seatId, String personRef) {
        return appointed(appointmentId, seatId, personRef, "PUBLIC_SERVANT", SeatRole.MEMBER);
    }

    public static MemberAppointed appointed(String appointmentId, String seatId, String personRef, String kind, SeatRole role) {
        boolean civil = kind.equals("CIVIL_SOCIETY_REPRESENTATIVE");
        return new MemberAppointed(appointmentId, seatId, personRef, null, kind, civil ? "CSO" : null, null, null, role.name(), "TITULAR",
                civil ? "PUBLIC_CALL" : "APPOINTED_PUBLIC_SERVANT", civil ? "C-1" : null, null, START, null, "NONE",
                civil ? null : "Dirección", civil ? null : "Reglamento, art. 9", civil, civil ? "doc-acreditacion" : null);
    }

    public static MemberSeparated separated(String appointmentId, LocalDate on) {
        return new MemberSeparated(appointmentId, "EXPRESS_RESIGNATION", "II", on, "MEMBER", null, null, List.of("doc-renuncia"));
    }

    public static TechnicalSecretaryAssigned secretary() {
        return new TechnicalSecretaryAssigned("person:st", null, "Dirección", "MANAGING_OFFICER_OR_EQUIVALENT", START);
    }

    public static CoordinationHeadAssigned coordinator() {
        return new CoordinationHeadAssigned("person:co", null, "Dirección General", "DIRECTOR_GENERAL_OR_EQUIVALENT", START);
    }

    public static SessionHeld firstSession() {
        return new SessionHeld("S-1", "FIRST", "1", "Sala de juntas", List.of("A-1", "A-2"), List.of(), null, true, false);
    }

    /** Proposed and determined. */
    public static List<DomainEvent> determinedLife() {
        return List.of(proposed(), determined(Modality.FACE_TO_FACE));
    }

    /** In formation, with the call C-1, which closes 31 days after the start. */
    public static List<DomainEvent> formingLife() {
        return List.of(proposed(), determined(Modality.FACE_TO_FACE), callOpened());
    }

    /** In formation with the civil member A-1 in civil-1, the public servant A-2 in public-1, and a technical secretary. */
    public static List<DomainEvent> completeLife() {
        return List.of(proposed(), determined(Modality.FACE_TO_FACE), callOpened(), civil("A-1", "civil-1", "person:1"),
                servant("A-2", "public-1", "person:2"), secretary());
    }

    /** Organized with the members of {@link #completeLife()}. */
    public static List<DomainEvent> organizedLife() {
        return with(completeLife(), new MechanismOrganized(1, 1));
    }

    /** In operation since the first session. */
    public static List<DomainEvent> operatingLife() {
        return with(organizedLife(), firstSession(), new OperationBegan(START, null));
    }

    /** Concluded. */
    public static List<DomainEvent> concludedLife() {
        return with(operatingLife(), new MechanismConcluded("Cumplió su objeto"));
    }

    /** Facts and more facts. */
    public static List<DomainEvent> with(List<DomainEvent> life, DomainEvent... more) {
        return Stream.concat(life.stream(), Stream.of(more)).toList();
    }
}
