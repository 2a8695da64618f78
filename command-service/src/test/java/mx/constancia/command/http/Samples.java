package mx.constancia.command.http;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

import mx.constancia.decision.AggregateKind;
import mx.constancia.decision.Command;
import mx.constancia.decision.CommandSpec;
import mx.constancia.decision.CommandType;
import mx.constancia.decision.Context;
import mx.constancia.decision.Decision;
import mx.constancia.decision.Role;
import mx.constancia.history.MechanismState;
import mx.constancia.vocabulary.CivilSector;

/** Commands with every shape of field, for tests of the adapter alone. */
public final class Samples {

    public static final CommandType BEGIN_SAMPLE = CommandType.of(AggregateKind.MECHANISM, BeginSample.class);
    public static final CommandType CHANGE_SAMPLE = CommandType.of(AggregateKind.MECHANISM, ChangeSample.class);

    private Samples() {
    }

    @CommandSpec(article = "G-12", issuedBy = Role.RESPONSIBLE_UNIT, es = "Comenzar")
    public record BeginSample(String name) implements Command.Creating<MechanismState> {

        @Override
        public Decision decide(Context context) {
            throw new UnsupportedOperationException();
        }
    }

    /** A part of a command. */
    public record Part(String title, int count, @Nullable Integer spare) {

        public Part {
            if (count < 0) {
                throw new IllegalArgumentException("count is not negative");
            }
        }
    }

    @CommandSpec(article = "G-18", issuedBy = {Role.RESPONSIBLE_UNIT, Role.TECHNICAL_SECRETARY}, es = "Cambiar")
    public record ChangeSample(
            String title,
            CivilSector sector,
            LocalDate opensOn,
            @Nullable LocalDate closesOn,
            boolean permanent,
            @Nullable Boolean quorum,
            List<CivilSector> sectors,
            @Nullable List<Part> parts,
            @Nullable Part main) implements Command.Changing<MechanismState> {

        @Override
        public Decision decide(MechanismState state, Context context) {
            throw new UnsupportedOperationException();
        }
    }
}
