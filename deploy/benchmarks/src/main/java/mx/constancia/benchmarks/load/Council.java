package mx.constancia.benchmarks.load;

import static mx.constancia.benchmarks.load.CommandLines.fields;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A mechanism as its agency's archive has it: who sits where, and what is numbered how. */
final class Council {

    private final String id;
    private final CommandLines out;
    private final Random random;
    private final List<Seat> seats = new ArrayList<>();
    private int appointments;
    private int sessions;
    private int calls;

    /** A seat that is held. */
    private record Seat(String id, String appointment) {
    }

    Council(String id, CommandLines out, Random random) {
        this.id = id;
        this.out = out;
        this.random = random;
    }

    void exist(LocalDate on, String lifecycle) throws IOException {
        out.mechanism(id, "register-existing-mechanism", on, fields("name", "Consejo Consultivo " + id, "mechanismType", "ADVISORY",
                "modality", "FACE_TO_FACE", "incidenceLevels", List.of("DIALOGUE", "OPINION"), "coverage", fields("scope", "NATIONAL"),
                "purpose", "Opinar sobre los programas de la dependencia y proponer su mejora", "legalFramework",
                List.of("Ley de Planeación, art. 20"), "lifecycle", lifecycle));
    }

    void propose(LocalDate on) throws IOException {
        out.mechanism(id, "propose-mechanism", on, fields("name", "Consejo Consultivo " + id, "authorityBasis",
                List.of("Ley de Planeación, art. 20"), "problemAnalysisDoc", "doc-analisis-" + id, "benefitsDiagnosisDoc",
                "doc-diagnostico-" + id, "memberProfile", fields("sectors", List.of("CSO", "ACADEMIC"))));
        out.mechanism(id, "determine-mechanism", on.plusDays(20), fields("mechanismType", "ADVISORY", "modality", "FACE_TO_FACE",
                "incidenceLevels", List.of("DIALOGUE", "OPINION"), "incidenceBasisDoc", "doc-analisis-" + id, "memberProfile",
                fields("sectors", List.of("CSO", "ACADEMIC")), "purpose", "Opinar sobre los programas de la dependencia", "coverage",
                fields("scope", "NATIONAL"), "humanRightsPerspective", "Se consulta a los grupos afectados", "genderPerspective", "Paridad"));
    }

    /** Opens a call and closes it; members are appointed by it. */
    void call(LocalDate on) throws IOException {
        calls++;
        out.mechanism(id, "open-call", on, fields("opensOn", on.toString(), "closesOn", on.plusDays(30).toString(), "channels",
                List.of("GOB_MX_PARTICIPA", "AGENCY_PORTAL"), "content", fields("typeModalityIncidence", "Consulta, presencial, opinión",
                        "purpose", "Integrar el consejo", "civilProfile", "Trayectoria en la materia", "formationDeadlines",
                        "Resultados dentro de treinta días", "geographicDemarcation", "Nacional", "responsibleOfficer",
                        "Dirección de Vinculación"),
                "seatsOffered", List.of(fields("sector", "ACADEMIC", "seats", 4, "alternates", 0))));
        out.mechanism(id, "close-call", on.plusDays(30), fields("callId", "C-" + calls, "applications", 5 + random.nextInt(40)));
    }

    void secretary(LocalDate on) throws IOException {
        out.mechanism(id, "assign-technical-secretary", on, fields("personRef", "person:" + id + "-st-" + on, "publicName",
                "Persona secretaria " + id, "office", "Dirección de Vinculación", "rank", "MANAGING_OFFICER_OR_EQUIVALENT"));
    }

    void appoint(LocalDate on, String seat, boolean civil) throws IOException {
        appointments++;
        String person = "person:" + id + "-" + appointments;
        if (civil) {
            out.mechanism(id, "appoint-member", on, fields("seatId", seat, "personRef", person, "publicName",
                    "Persona integrante " + appointments, "sector", "ACADEMIC", "representedBody", "Universidad de muestra", "entryRoute",
                    calls == 0 ? "ELECTED_BY_CONSTITUENCY" : "PUBLIC_CALL", "callId", calls == 0 ? null : "C-" + calls, "plannedTo",
                    on.plusYears(3).toString(), "noLabourRelation", true));
        } else {
            out.mechanism(id, "appoint-public-servant", on, fields("seatId", seat, "personRef", person, "publicName",
                    "Persona servidora " + appointments, "representedBody", "Dependencia", "office", "Dirección general",
                    "decisionPowersBasis", "Reglamento interior, art. 12"));
        }
        seats.add(new Seat(seat, "A-" + appointments));
    }

    /** A member leaves and another takes the seat. */
    void replace(LocalDate on) throws IOException {
        Seat seat = seats.remove(random.nextInt(seats.size()));
        leave(on, seat);
        appoint(on.plusDays(1), seat.id(), !seat.id().startsWith("publica"));
    }

    void leave(LocalDate on) throws IOException {
        leave(on, seats.removeLast());
    }

    private void leave(LocalDate on, Seat seat) throws IOException {
        out.mechanism(id, "separate-member", on, fields("appointmentId", seat.appointment(), "cause", "EXPRESS_RESIGNATION",
                "reason", "Renuncia por escrito", "evidenceDocs", List.of("doc-renuncia-" + seat.appointment())));
    }

    boolean hasMembers() {
        return !seats.isEmpty();
    }

    void organize(LocalDate on) throws IOException {
        out.mechanism(id, "declare-organized", on, fields());
    }

    void session(LocalDate on, String kind) throws IOException {
        sessions++;
        String session = "S-" + sessions;
        out.mechanism(id, "convene-session", on.minusDays(7), fields("kind", kind, "number", sessions + "/" + on.getYear(), "date",
                on.toString(), "place", "Sala de juntas", "agenda", List.of("Lista de asistencia", "Orden del día", "Asuntos generales"),
                "documents", List.of("doc-orden-" + sessions), "recipients", Math.max(1, seats.size())));
        List<String> present = seats.stream().filter(seat -> random.nextInt(4) > 0).map(Seat::appointment).toList();
        out.mechanism(id, "hold-session", on, fields("sessionId", session, "kind", kind, "number", sessions + "/" + on.getYear(), "place",
                "Sala de juntas", "present", present, "attendees", present.size() + random.nextInt(5), "quorumReached",
                present.size() * 2 > seats.size()));
    }

    void operate(LocalDate on) throws IOException {
        out.mechanism(id, "begin-operation", on, fields());
    }

    void report(int year) throws IOException {
        out.mechanism(id, "publish-report", LocalDate.of(year + 1, 1, 28), fields("year", year, "content",
                fields("workProgramProgress", "Se cumplió el programa de trabajo", "activities", "Sesiones ordinarias y de comités",
                        "internalEvaluation", "Satisfactoria", "results", "Recomendaciones atendidas"),
                "docId", "doc-informe-" + year, "url", "https://www.gob.mx/participa/" + id + "/" + year, "channels",
                List.of("GOB_MX_PARTICIPA")));
    }

    void conclude(LocalDate on) throws IOException {
        out.mechanism(id, "conclude-mechanism", on, fields("reason", "Concluyó la obra o el apoyo que vigilaba"));
    }
}
