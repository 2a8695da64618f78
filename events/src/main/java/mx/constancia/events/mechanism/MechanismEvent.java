package mx.constancia.events.mechanism;

import mx.constancia.events.DomainEvent;

/** Facts in the life of one mechanism. */
public sealed interface MechanismEvent extends DomainEvent permits
        MechanismProposed,
        ExistingMechanismRegistered,
        MechanismDetermined,
        CallOpened,
        CallAmended,
        CallClosed,
        DirectInvitationIssued,
        MemberAppointed,
        TechnicalSecretaryAssigned,
        CoordinationHeadAssigned,
        MechanismOrganized,
        SessionConvened,
        SessionHeld,
        OperationBegan,
        MemberSeparated,
        AnnualReportPublished,
        MechanismConcluded {
}
