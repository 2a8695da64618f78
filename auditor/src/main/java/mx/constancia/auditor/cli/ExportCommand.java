package mx.constancia.auditor.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

import mx.constancia.auditor.audit.Audit;
import mx.constancia.auditor.audit.Audited;
import mx.constancia.auditor.audit.Copy;
import mx.constancia.auditor.audit.Verdict;
import mx.constancia.auditor.export.Export;
import mx.constancia.auditor.source.FolderEvents;
import mx.constancia.auditor.source.FolderFiles;
import mx.constancia.auditor.source.LedgerReader;
import mx.constancia.auditor.trust.Trust;
import mx.constancia.auditor.verify.EventSink;
import mx.constancia.auditor.verify.Fault;
import mx.constancia.auditor.verify.Faults;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Copies a log into a folder, and verifies the folder. */
@Command(name = "export", description = {
    "Copy everything that is needed to verify the log later without any server: checkpoint, keys, tiles, entries and events.",
    "The folder has the layout of c2sp.org/tlog-tiles. An export that was broken off is continued; at the end the folder is verified."})
final class ExportCommand implements Callable<Integer> {

    @Parameters(paramLabel = "DIR", description = "The folder.")
    private Path folder = Path.of("");
    @Mixin
    private SourceOptions sources;
    @Mixin
    private TrustOptions trust;
    @Mixin
    private Output output;

    @Override
    public Integer call() throws Exception {
        long started = System.nanoTime();
        Trust judge = trust.trust();
        try (Sources open = sources.open()) {
            Copy copy = open.copies().getFirst();
            return switch (judge.judge(copy.ledger(), copy.snapshot())) {
                case Trust.Accepted accepted -> export(copy, accepted, started);
                case Trust.Refused(List<Fault> found) -> refused(found);
            };
        }
    }

    private int export(Copy copy, Trust.Accepted accepted, long started) throws Exception {
        Export.Done done = new Export(copy.ledger(), copy.events().stream().findFirst(), folder, output.progress())
                .run(accepted.signed(), accepted.keys());
        var exported = new Copy(new LedgerReader(new FolderFiles(folder)),
                FolderEvents.areIn(folder) ? List.of(new FolderEvents(folder)) : List.of(), true);
        List<Audited> results = new Audit(trust.trust(), trust.memory(), Clock.systemUTC(), output.progress())
                .run(List.of(exported), EventSink.NONE);
        Verdict verdict = Audited.together(results);
        var report = new AuditReport(output);
        if (output.isJson()) {
            Map<String, Object> answer = new LinkedHashMap<>();
            answer.put("verdict", verdict);
            answer.put("written", done.written());
            answer.put("present", done.present());
            answer.put("copies", report.json(results));
            output.json(answer);
        } else {
            output.out().println(output.messages().text("export.done", Messages.number(accepted.accepted().checkpoint().size()), folder,
                    Messages.number(done.written()), Messages.number(done.present())));
            report.print(output.messages().text("title.verify"), results, Duration.ofNanos(System.nanoTime() - started));
        }
        return ExitCode.of(verdict).code();
    }

    private int refused(List<Fault> found) {
        var faults = new Faults();
        found.forEach(faults::add);
        if (output.isJson()) {
            output.json(Map.of("verdict", Verdict.FAILED, "faults", found.stream().map(new AuditReport(output)::fault).toList()));
        } else {
            output.faults(faults);
        }
        return ExitCode.FAILED.code();
    }
}
