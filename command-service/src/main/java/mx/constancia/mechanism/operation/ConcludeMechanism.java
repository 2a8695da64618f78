package mx.constancia.mechanism.operation;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

import mx.constancia.decision.Command;
import mx.constancia.decision.CommandSpec;
import mx.constancia.decision.Context;
import mx.constancia.decision.Decision;
import mx.constancia.decision.Role;
import mx.constancia.decision.Rule;
import mx.constancia.events.DomainEvent;
import mx.constancia.events.mechanism.MechanismConcluded;
import mx.constancia.events.mechanism.MemberSeparated;
import mx.constancia.history.Appointment;
import mx.constancia.history.MechanismState;
import mx.constancia.vocabulary.SeparationCause;

/**
 * Concludes a mechanism (conclusión del mecanismo). In the same decision, and after the conclusion that causes it, each active
 * member is separated (G-21 I).
 *
 * @param reason why it ends
 */
@CommandSpec(article = "G-21", issuedBy = Role.RESPONSIBLE_UNIT, es = "Concluir mecanismo")
public record ConcludeMechanism(String reason) implements Command.Changing<MechanismState> {

    static final Rule BEFORE_START = Rule.integrity("CONCLUDED-BEFORE-START", "H1",
            "A mechanism is not concluded before it began to operate.");

    private static final SeparationCause CAUSE = SeparationCause.MECHANISM_ACTIVITIES_CONCLUDED;

    @Override
    public Decision decide(MechanismState state, Context context) {
        LocalDate on = context.occurredOn();
        Stream<DomainEvent> separations = state.activeAppointments().map(member -> separation(member, on, context.actor().role()));
        List<DomainEvent> events = Stream.concat(Stream.of(new MechanismConcluded(reason)), separations).toList();
        return context.judge()
                .require(BEFORE_START, state.startedOn() == null || !on.isBefore(state.startedOn()), "occurredOn",
                        "The mechanism began to operate on " + state.startedOn() + ".")
                .record(events);
    }

    /** A member whose first day would only have come leaves on that day. */
    private static MemberSeparated separation(Appointment member, LocalDate on, String decidedBy) {
        LocalDate separatedOn = on.isBefore(member.from()) ? member.from() : on;
        return new MemberSeparated(member.appointmentId(), CAUSE.name(), CAUSE.fraction(), separatedOn, decidedBy, null, null, List.of());
    }
}
