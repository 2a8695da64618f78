package mx.constancia.benchmarks.rivals;

import java.util.HashSet;
import java.util.Set;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** A mechanism as the documentation of Axon has one write an aggregate. */
final class AxonMechanism {

    @AggregateIdentifier
    private @Nullable String id;
    private final Set<String> seats = new HashSet<>();
    private final Set<String> persons = new HashSet<>();

    /** Begins a mechanism. */
    record Begin(@TargetAggregateIdentifier String mechanismId) {
    }

    /** Appoints a member. */
    record Appoint(@TargetAggregateIdentifier String mechanismId, Member member) {
    }

    /** A mechanism began. */
    record Begun(String mechanismId, String name, String mechanismType, String modality, String purpose) {
    }

    /** A member was appointed. */
    record Appointed(String appointmentId, Member member) {
    }

    /** For Axon, which fills it with events. */
    AxonMechanism() {
    }

    @CommandHandler
    AxonMechanism(Begin command, MetaData trail) {
        AggregateLifecycle.apply(new Begun(command.mechanismId(), "Consejo de muestra", "ADVISORY", "FACE_TO_FACE", "Opinar"), trail);
    }

    @CommandHandler
    void appoint(Appoint command, MetaData trail) {
        Member member = command.member();
        member.check();
        if (seats.contains(member.seatId()) || persons.contains(member.personRef())) {
            throw new IllegalStateException("the seat " + member.seatId() + " is taken, or the person is a member");
        }
        AggregateLifecycle.apply(new Appointed("A-" + (seats.size() + 1), member), trail);
    }

    @EventSourcingHandler
    void on(Begun event) {
        id = event.mechanismId();
    }

    @EventSourcingHandler
    void on(Appointed event) {
        seats.add(event.member().seatId());
        persons.add(event.member().personRef());
    }
}
