package mx.constancia.auditor.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

import mx.constancia.auditor.audit.Verdict;
import mx.constancia.auditor.replay.StateComparison;
import mx.constancia.auditor.source.Http;
import mx.constancia.auditor.source.Limits;
import mx.constancia.auditor.source.SourceException;
import mx.constancia.auditor.verify.Fault;
import mx.constancia.auditor.verify.Faults;
import mx.constancia.events.EventJson;
import mx.constancia.events.EventTypes;
import mx.constancia.events.Finding;
import mx.constancia.events.LegalBasis;
import mx.constancia.events.RecordedEvent;
import mx.constancia.events.StreamId;
import mx.constancia.history.AgencyState;
import mx.constancia.history.Fold;
import mx.constancia.history.MechanismHistory;
import mx.constancia.history.MechanismState;
import mx.constancia.history.Moment;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Replays the history of a stream from verified events. */
@Command(name = "replay", description = {
    "Replay the history of a stream (línea de tiempo) from events that were verified just now, and fold its state here.",
    "The state of a mechanism is compared, field by field, with what the service says."})
final class ReplayCommand implements Callable<Integer> {

    @Parameters(paramLabel = "STREAM", description = "Name of the stream, such as mechanism-consejo-nacional-agenda-2030.")
    private String stream = "";
    @Mixin
    private MomentOptions moment;
    @Mixin
    private SourceOptions sources;
    @Mixin
    private TrustOptions trust;
    @Mixin
    private Output output;

    @Override
    public Integer call() throws Exception {
        VerifiedStream.Read read = new VerifiedStream(sources, trust, output).read(stream);
        if (read.verdict() != Verdict.VERIFIED) {
            return ExitCode.of(read.verdict()).code();
        }
        Moment asked = moment.moment();
        List<RecordedEvent> events = read.events().stream().filter(asked::counts).toList();
        Optional<MechanismState> mechanism = StreamId.isMechanism(stream) ? ((Fold<MechanismState>) MechanismHistory::evolve).replay(events)
                : Optional.empty();
        Optional<AgencyState> agency = StreamId.isAgency(stream) ? ((Fold<AgencyState>) AgencyState::evolve).replay(events) : Optional.empty();
        boolean compared = mechanism.isPresent() && sources.hasService();
        var faults = new Faults();
        if (compared) {
            compare(mechanism.orElseThrow(), asked, faults);
        }
        Object state = mechanism.isPresent() ? mechanism.get() : agency.orElse(null);
        if (output.isJson()) {
            json(events, state, compared, faults);
        } else {
            print(events, state, compared, faults);
        }
        return ExitCode.of(!faults.isEmpty() ? Verdict.FAILED : Verdict.VERIFIED).code();
    }

    /** At the version of the state that was folded here, so that what the log has taken since does not matter. */
    private void compare(MechanismState ours, Moment asked, Faults faults) {
        String happenedBy = asked.happenedBy() == null ? "" : "&happenedBy=" + asked.happenedBy();
        try (Http http = sources.http()) {
            String path = "mechanisms/" + StreamId.idOf(stream) + "?atVersion=" + ours.version() + happenedBy;
            byte[] theirs = http.get(path, "application/json", Limits.ANSWER)
                    .orElseThrow(() -> new SourceException(http.base().toString(), "it knows nothing of " + stream));
            StateComparison.compare(ours, EventJson.MAPPER.readTree(theirs)).forEach(different -> faults.add(
                    Fault.at(ours.position(), Fault.Kind.STATE_DIFFERS, http.base() + path, different.field(), different.theirs(), different.ours())));
        }
    }

    private void print(List<RecordedEvent> events, Object state, boolean compared, Faults faults) {
        Messages messages = output.messages();
        output.out().println(messages.text("title.replay", stream));
        if (events.isEmpty()) {
            output.out().println(messages.text("replay.unknown", stream));
            output.out().flush();
            return;
        }
        var grid = new Grid(messages.text("column.version"), messages.text("column.position"), messages.text("column.occurred"),
                messages.text("column.recorded"), messages.text("column.type"), messages.text("column.actor"),
                messages.text("column.legal"), messages.text("column.findings"));
        events.forEach(event -> grid.row(event.version(), event.position(), event.envelope().occurredOn(), EventJson.format(event.recordedAt()),
                EventTypes.nameOf(event.event().getClass()), event.envelope().actor().userId() + " " + event.envelope().actor().role(),
                legalBasis(event), event.envelope().findings().stream().map(Finding::code).collect(Collectors.joining(", "))));
        grid.print(output.out());
        if (state != null) {
            output.out().println();
            output.out().println(EventJson.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(state));
        }
        output.out().println();
        output.out().println(messages.text(!compared ? "replay.notCompared" : faults.isEmpty() ? "replay.same" : "verdict.FAILED"));
        output.faults(faults);
    }

    private void json(List<RecordedEvent> events, Object state, boolean compared, Faults faults) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("verdict", faults.isEmpty() ? Verdict.VERIFIED : Verdict.FAILED);
        answer.put("stream", stream);
        answer.put("events", events);
        answer.put("state", state);
        answer.put("comparedWithService", compared);
        var report = new AuditReport(output);
        answer.put("faults", new ArrayList<>(faults.kept().stream().map(report::fault).toList()));
        output.json(answer);
    }

    /** What the act itself cites, or the rules that governed it. */
    static String legalBasis(RecordedEvent event) {
        List<LegalBasis> cited = event.envelope().legalBasis();
        return cited.isEmpty() ? String.join(", ", event.envelope().ruleRefs())
                : cited.stream().map(basis -> basis.instrument() + " " + basis.article()).collect(Collectors.joining(", "));
    }
}
