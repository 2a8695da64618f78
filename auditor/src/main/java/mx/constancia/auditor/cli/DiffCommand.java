package mx.constancia.auditor.cli;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;

import mx.constancia.auditor.audit.Verdict;
import mx.constancia.events.EventTypes;
import mx.constancia.events.RecordedEvent;
import mx.constancia.events.StreamId;
import mx.constancia.history.AgencyState;
import mx.constancia.history.Difference;
import mx.constancia.history.Differences;
import mx.constancia.history.MechanismHistory;
import mx.constancia.history.Moment;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import tools.jackson.databind.JsonNode;

/** What two moments of a stream have different, by verified events. */
@Command(name = "diff", description = "Say what two moments of a stream have different, field by field, with the event, the actor and the legal "
        + "basis behind each difference. Moments are: " + MomentConverter.FORMS + ".")
final class DiffCommand implements Callable<Integer> {

    @Spec
    private CommandSpec command;
    @Parameters(paramLabel = "STREAM", description = "Name of the stream.")
    private String stream = "";
    @Option(names = "--from", paramLabel = "MOMENT", required = true, converter = MomentConverter.class, description = "The one moment.")
    private Moment.Known from = new Moment.Known.Everything();
    @Option(names = "--from-happened-by", paramLabel = "DATE", description = "Of that, what had happened by this day (fecha del hecho).")
    private @Nullable LocalDate fromHappenedBy;
    @Option(names = "--to", paramLabel = "MOMENT", converter = MomentConverter.class, description = "The other moment. Default: now.")
    private Moment.Known to = new Moment.Known.Everything();
    @Option(names = "--to-happened-by", paramLabel = "DATE", description = "Of that, what had happened by this day.")
    private @Nullable LocalDate toHappenedBy;
    @Mixin
    private SourceOptions sources;
    @Mixin
    private TrustOptions trust;
    @Mixin
    private Output output;

    @Override
    public Integer call() throws Exception {
        if (!StreamId.isMechanism(stream) && !StreamId.isAgency(stream)) {
            throw new ParameterException(command.commandLine(), stream + " is neither a mechanism's stream nor an agency's.");
        }
        VerifiedStream.Read read = new VerifiedStream(sources, trust, output).read(stream);
        if (read.verdict() == Verdict.VERIFIED) {
            List<RecordedEvent> before = read.events().stream().filter(new Moment(from, fromHappenedBy)::counts).toList();
            List<RecordedEvent> after = read.events().stream().filter(new Moment(to, toHappenedBy)::counts).toList();
            List<Difference> differences = StreamId.isMechanism(stream)
                    ? Differences.between(MechanismHistory::evolve, Optional.empty(), before, after)
                    : Differences.between(AgencyState::evolve, Optional.empty(), before, after);
            print(differences);
        }
        return ExitCode.of(read.verdict()).code();
    }

    private void print(List<Difference> differences) {
        if (output.isJson()) {
            Map<String, Object> answer = new LinkedHashMap<>();
            answer.put("verdict", Verdict.VERIFIED);
            answer.put("stream", stream);
            answer.put("differences", differences);
            output.json(answer);
            return;
        }
        Messages messages = output.messages();
        output.out().println(messages.text("title.diff", stream));
        if (differences.isEmpty()) {
            output.out().println(messages.text("diff.none"));
            output.out().flush();
            return;
        }
        var grid = new Grid(messages.text("column.field"), messages.text("column.before"), messages.text("column.after"),
                messages.text("column.event"), messages.text("column.occurred"), messages.text("column.actor"), messages.text("column.legal"));
        for (Difference one : differences) {
            RecordedEvent event = one.event();
            grid.row(one.path(), text(one.before()), text(one.after()),
                    event.version() + " " + EventTypes.nameOf(event.event().getClass()) + (one.undone() ? messages.text("undone") : ""),
                    event.envelope().occurredOn(), event.envelope().actor().userId() + " " + event.envelope().actor().role(),
                    ReplayCommand.legalBasis(event));
        }
        grid.print(output.out());
    }

    private static String text(@Nullable JsonNode value) {
        return value == null ? "-" : value.isString() ? value.stringValue() : value.toString();
    }
}
