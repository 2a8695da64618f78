package mx.constancia.auditor.cli;

import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

import mx.constancia.auditor.audit.Audit;
import mx.constancia.auditor.audit.Audited;
import mx.constancia.auditor.audit.Verdict;
import mx.constancia.auditor.verify.EventSink;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Verifies the whole log. */
@Command(name = "verify", description = {
    "Verify that no published event was changed, removed, inserted or reordered.",
    "Every entry and every tile is derived again, every event is compared with its entry, and the log must continue what was verified before."})
final class VerifyCommand implements Callable<Integer> {

    @Mixin
    private SourceOptions sources;
    @Mixin
    private TrustOptions trust;
    @Mixin
    private Output output;

    @Override
    public Integer call() throws Exception {
        long started = System.nanoTime();
        Clock clock = Clock.systemUTC();
        var audit = new Audit(trust.trust(), trust.memory(), clock, output.progress());
        try (Sources open = sources.open()) {
            List<Audited> results = audit.run(open.copies(), EventSink.NONE);
            Duration time = Duration.ofNanos(System.nanoTime() - started);
            Verdict verdict = Audited.together(results);
            var report = new AuditReport(output);
            if (output.isJson()) {
                Map<String, Object> answer = new LinkedHashMap<>();
                answer.put("verdict", verdict);
                answer.put("seconds", time.toMillis() / 1e3);
                answer.put("copies", report.json(results));
                output.json(answer);
            } else {
                report.print(output.messages().text("title.verify"), results, time);
            }
            new KeptEvidence(trust.folder(), output, clock).keep(results);
            return ExitCode.of(verdict).code();
        }
    }
}
