package mx.constancia.history;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.pcollections.OrderedPMap;
import org.pcollections.PMap;
import org.pcollections.PVector;
import org.pcollections.TreePVector;

import mx.constancia.events.mechanism.Coverage;

/**
 * The state of a mechanism (mecanismo de participación ciudadana) after a number of events. The collections that grow are
 * persistent: a step of the fold costs the logarithm of their size.
 *
 * @param mechanismId its id
 * @param version number of events folded; the HTTP entity tag
 * @param position position of the last event folded
 * @param agencyId responsible agency
 * @param jurisdiction the agency's jurisdiction when the mechanism began
 * @param timeZone IANA zone of its legal dates
 * @param name official name
 * @param lifecycle where it is in its life
 * @param mechanismType code of G-9
 * @param modality code of G-10
 * @param incidenceLevels codes of G-11
 * @param coverage G-29
 * @param purpose purpose
 * @param legalFramework norms that support it
 * @param incentives what civil members receive; empty when honorary
 * @param existing whether it existed before its registration
 * @param extraSeparationCauses causes that its organization rules add to G-21
 * @param appointments all appointments by id, ended ones too
 * @param calls calls by id
 * @param invitations direct invitations by id
 * @param sessions sessions by id
 * @param annualReports valid annual reports by year
 * @param head current head
 * @param startedOn first day of operation; zero point of G-39
 * @param concludedOn last day of its life
 * @param lastOccurredOn legal date of the last event
 * @param lastRulebookId rulebook of the last event
 * @param findings findings noted so far
 */
public record MechanismState(
        String mechanismId,
        long version,
        long position,
        String agencyId,
        String jurisdiction,
        String timeZone,
        String name,
        Lifecycle lifecycle,
        @Nullable String mechanismType,
        @Nullable String modality,
        List<String> incidenceLevels,
        @Nullable Coverage coverage,
        @Nullable String purpose,
        List<String> legalFramework,
        List<String> incentives,
        boolean existing,
        List<String> extraSeparationCauses,
        Map<String, Appointment> appointments,
        Map<String, PublicCall> calls,
        Map<String, Invitation> invitations,
        Map<String, Session> sessions,
        Map<Integer, AnnualReport> annualReports,
        @Nullable Head head,
        @Nullable LocalDate startedOn,
        @Nullable LocalDate concludedOn,
        @Nullable LocalDate lastOccurredOn,
        String lastRulebookId,
        List<NotedFinding> findings) {

    public MechanismState {
        incidenceLevels = List.copyOf(incidenceLevels);
        legalFramework = List.copyOf(legalFramework);
        incentives = List.copyOf(incentives);
        extraSeparationCauses = List.copyOf(extraSeparationCauses);
        appointments = Appointments.of(appointments);
        calls = persistent(calls);
        invitations = persistent(invitations);
        sessions = persistent(sessions);
        annualReports = persistent(annualReports);
        findings = findings instanceof PVector<NotedFinding> ? findings : TreePVector.from(findings);
    }

    /**
     * What distinguishes seats that are held.
     *
     * @param memberKind see {@link Appointment}
     * @param seatRole   see {@link Appointment}
     */
    public record Place(String memberKind, String seatRole) {
    }

    /** The appointments that have not ended. */
    public Stream<Appointment> activeAppointments() {
        return appointments.values().stream().filter(Appointment::isActive);
    }

    /** How many appointments have not ended; places without any are not in it. */
    public Map<Place, Integer> activePlaces() {
        return known().activePlaces();
    }

    /** The appointments to a seat, ended ones too. */
    public Stream<Appointment> appointmentsTo(String seatId) {
        return known().to(seatId);
    }

    /** Whether the person holds a seat. */
    public boolean isSeated(String personRef) {
        return known().isActive(personRef);
    }

    private Appointments known() {
        return (Appointments) appointments;
    }

    /** The first session that took place, by date. */
    public Optional<Session> firstSessionHeld() {
        return sessions.values().stream().filter(Session::wasHeld)
                .min((a, b) -> a.heldOn().compareTo(b.heldOn()));
    }

    private static <K, V> PMap<K, V> persistent(Map<K, V> map) {
        return map instanceof PMap<K, V> already ? already : OrderedPMap.from(map);
    }
}
