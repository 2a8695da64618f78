package mx.constancia.query.timeline;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import mx.constancia.events.mechanism.AnnualReportPublished;
import mx.constancia.events.mechanism.CallAmended;
import mx.constancia.events.mechanism.CallClosed;
import mx.constancia.events.mechanism.CallOpened;
import mx.constancia.events.mechanism.CoordinationHeadAssigned;
import mx.constancia.events.mechanism.DirectInvitationIssued;
import mx.constancia.events.mechanism.ExistingMechanismRegistered;
import mx.constancia.events.mechanism.MechanismConcluded;
import mx.constancia.events.mechanism.MechanismDetermined;
import mx.constancia.events.mechanism.MechanismEvent;
import mx.constancia.events.mechanism.MechanismOrganized;
import mx.constancia.events.mechanism.MechanismProposed;
import mx.constancia.events.mechanism.MemberAppointed;
import mx.constancia.events.mechanism.MemberSeparated;
import mx.constancia.events.mechanism.OperationBegan;
import mx.constancia.events.mechanism.SessionConvened;
import mx.constancia.events.mechanism.SessionHeld;
import mx.constancia.events.mechanism.TechnicalSecretaryAssigned;
import mx.constancia.history.MechanismState;
import mx.constancia.query.board.Step;

/**
 * The person references (personRef) of those whom an event concerns.
 *
 * @param open       those that the public part of the mechanism's history names
 * @param restricted those that only the restricted part names
 */
record Persons(List<String> open, List<String> restricted) {

    private static final Persons NONE = new Persons(List.of(), List.of());

    static Persons of(Step<?> step) {
        return step.event().event() instanceof MechanismEvent event
                ? step.mechanism().map(mechanism -> of(event, mechanism)).orElse(NONE)
                : NONE;
    }

    private static Persons of(MechanismEvent event, MechanismState mechanism) {
        return switch (event) {
            case MemberAppointed e -> open(Stream.of(e.personRef()));
            case MemberSeparated e -> open(holders(mechanism, Stream.of(e.appointmentId())));
            case TechnicalSecretaryAssigned e -> open(Stream.of(e.personRef()));
            case CoordinationHeadAssigned e -> open(Stream.of(e.personRef()));
            case SessionHeld e -> open(holders(mechanism, Stream.concat(e.present().stream(), e.remote().stream())));
            case DirectInvitationIssued e -> new Persons(List.of(), Stream.ofNullable(e.personRef()).toList());
            case MechanismProposed e -> NONE;
            case ExistingMechanismRegistered e -> NONE;
            case MechanismDetermined e -> NONE;
            case CallOpened e -> NONE;
            case CallAmended e -> NONE;
            case CallClosed e -> NONE;
            case MechanismOrganized e -> NONE;
            case SessionConvened e -> NONE;
            case OperationBegan e -> NONE;
            case AnnualReportPublished e -> NONE;
            case MechanismConcluded e -> NONE;
        };
    }

    private static Persons open(Stream<String> references) {
        return new Persons(references.distinct().toList(), List.of());
    }

    private static Stream<String> holders(MechanismState mechanism, Stream<String> appointments) {
        return appointments.map(mechanism.appointments()::get).filter(Objects::nonNull).map(appointment -> appointment.personRef());
    }
}
