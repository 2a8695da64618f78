package mx.constancia.mechanism.lifecycle;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

import mx.constancia.decision.Context;
import mx.constancia.decision.Decision;
import mx.constancia.decision.Rule;
import mx.constancia.decision.Rulebook;
import mx.constancia.events.DomainEvent;
import mx.constancia.events.Envelope;
import mx.constancia.events.Finding;
import mx.constancia.events.RecordedEvent;
import mx.constancia.events.StreamId;
import mx.constancia.history.Appointment;
import mx.constancia.history.Lifecycle;
import mx.constancia.history.MechanismHistory;
import mx.constancia.history.MechanismState;
import mx.constancia.vocabulary.MemberKind;
import mx.constancia.vocabulary.Modality;
import mx.constancia.vocabulary.SeatRole;

/**
 * What must stay true of a mechanism in operation, whatever the command was. A breach is noted once: when it begins, or when a
 * rulebook begins to bind it.
 */
public final class StandingRules {

    static final Rule ONE_SIDED = Rule.monitored("G15-ONE-SIDED", "G-15",
            "A mechanism in operation has public servants and civil society among its members.");
    static final Rule SECRETARIAT_VACANT = Rule.monitored("G23-VACANT", "G-23",
            "A face-to-face mechanism in operation has a technical secretary.");
    static final Rule COORDINATION_VACANT = Rule.monitored("G24-VACANT", "G-24",
            "A digital mechanism in operation has a head of coordination.");

    private static final Map<Rule, Predicate<MechanismState>> BREACHES = Map.of(
            ONE_SIDED, StandingRules::isOneSided,
            SECRETARIAT_VACANT, state -> state.head() == null && !isDigital(state),
            COORDINATION_VACANT, state -> state.head() == null && isDigital(state));

    private StandingRules() {
    }

    /** The decision with what the state that it leads to breaks. */
    public static Decision.Accepted note(Optional<MechanismState> before, Decision.Accepted decision, Context context) {
        MechanismState after = after(before, decision.events(), context);
        List<Finding> noted = Stream.of(ONE_SIDED, SECRETARIAT_VACANT, COORDINATION_VACANT)
                .filter(context.rulebook()::binds)
                .filter(rule -> isBroken(rule, after))
                .filter(rule -> before.isEmpty() || !isBroken(rule, before.get())
                        || !Rulebook.binds(before.get().lastRulebookId(), rule))
                .map(rule -> new Finding(rule.code(), rule.article(), inWords(rule, after)))
                .toList();
        return noted.isEmpty() ? decision
                : new Decision.Accepted(decision.events(), Stream.concat(decision.findings().stream(), noted.stream()).toList());
    }

    /** A registration alone breaks nothing: what it leaves open is recorded next. */
    private static boolean isBroken(Rule rule, MechanismState state) {
        return state.lifecycle() == Lifecycle.OPERATING && !(state.existing() && state.version() == 1)
                && BREACHES.get(rule).test(state);
    }

    private static boolean isOneSided(MechanismState state) {
        return !state.appointments().isEmpty()
                && (members(state, MemberKind.PUBLIC_SERVANT) == 0 || members(state, MemberKind.CIVIL_SOCIETY_REPRESENTATIVE) == 0);
    }

    private static boolean isDigital(MechanismState state) {
        return Modality.DIGITAL.name().equals(state.modality());
    }

    private static String inWords(Rule rule, MechanismState state) {
        return rule == ONE_SIDED
                ? "In operation with " + members(state, MemberKind.PUBLIC_SERVANT) + " public servants and "
                        + members(state, MemberKind.CIVIL_SOCIETY_REPRESENTATIVE) + " civil society representatives as members."
                : "In operation without a head.";
    }

    /** The active members of a kind; guests, observers and experts are not members (G-15). */
    public static long members(MechanismState state, MemberKind kind) {
        return state.activePlaces().entrySet().stream()
                .filter(held -> held.getKey().memberKind().equals(kind.name()) && integrates(held.getKey().seatRole()))
                .mapToLong(Map.Entry::getValue).sum();
    }

    /** Whether the holder of the seat counts as a member (G-15). */
    public static boolean integrates(Appointment appointment) {
        return integrates(appointment.seatRole());
    }

    private static boolean integrates(String seatRole) {
        return SeatRole.valueOf(seatRole).integrates();
    }

    private static MechanismState after(Optional<MechanismState> before, List<DomainEvent> events, Context context) {
        Optional<MechanismState> state = before;
        for (DomainEvent event : events) {
            state = Optional.of(MechanismHistory.evolve(state, provisional(state, event, context)));
        }
        return state.orElseThrow();
    }

    /** The event as it will be recorded, as far as the fold can tell. */
    private static RecordedEvent provisional(Optional<MechanismState> state, DomainEvent event, Context context) {
        Envelope envelope = new Envelope(context.occurredOn(), context.zone().getId(), "", context.actor(), null,
                context.rulebook().id(), List.of(), context.recordMode().name(), List.of(), List.of(), null, "", "", "", null, List.of());
        return new RecordedEvent(0, "", StreamId.ofMechanism(context.aggregateId()),
                state.map(MechanismState::version).orElse(0L) + 1, Instant.EPOCH, envelope, event);
    }
}
