package mx.constancia.mechanism;

import java.util.List;
import java.util.stream.Stream;

import mx.constancia.decision.AggregateKind;
import mx.constancia.decision.Command;
import mx.constancia.decision.CommandType;
import mx.constancia.mechanism.call.AmendCall;
import mx.constancia.mechanism.call.CloseCall;
import mx.constancia.mechanism.call.InviteDirectly;
import mx.constancia.mechanism.call.OpenCall;
import mx.constancia.mechanism.creation.DetermineMechanism;
import mx.constancia.mechanism.creation.ProposeMechanism;
import mx.constancia.mechanism.creation.RegisterExistingMechanism;
import mx.constancia.mechanism.membership.AppointMember;
import mx.constancia.mechanism.membership.AppointPublicServant;
import mx.constancia.mechanism.membership.SeparateMember;
import mx.constancia.mechanism.operation.BeginOperation;
import mx.constancia.mechanism.operation.ConcludeMechanism;
import mx.constancia.mechanism.organization.AssignCoordinationHead;
import mx.constancia.mechanism.organization.AssignTechnicalSecretary;
import mx.constancia.mechanism.organization.DeclareOrganized;
import mx.constancia.mechanism.report.PublishReport;
import mx.constancia.mechanism.session.ConveneSession;
import mx.constancia.mechanism.session.HoldSession;

/** The registry of a mechanism's commands, in the order of its life. */
public final class MechanismCommands {

    /** All of them. */
    public static final List<CommandType> ALL = Stream.<Class<? extends Command<?>>>of(
                    ProposeMechanism.class,
                    RegisterExistingMechanism.class,
                    DetermineMechanism.class,
                    OpenCall.class,
                    AmendCall.class,
                    CloseCall.class,
                    InviteDirectly.class,
                    AppointMember.class,
                    AppointPublicServant.class,
                    SeparateMember.class,
                    AssignTechnicalSecretary.class,
                    AssignCoordinationHead.class,
                    DeclareOrganized.class,
                    ConveneSession.class,
                    HoldSession.class,
                    BeginOperation.class,
                    PublishReport.class,
                    ConcludeMechanism.class)
            .map(record -> CommandType.of(AggregateKind.MECHANISM, record))
            .toList();

    private MechanismCommands() {
    }
}
