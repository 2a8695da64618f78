package mx.constancia.auditor.cli;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import mx.constancia.auditor.audit.Audit;
import mx.constancia.auditor.audit.Audited;
import mx.constancia.auditor.audit.Verdict;
import mx.constancia.auditor.replay.StreamEvents;
import mx.constancia.events.RecordedEvent;

/** The events of a stream, from a log that was verified just now; what is not verified is not shown. */
final class VerifiedStream {

    private final SourceOptions sources;
    private final TrustOptions trust;
    private final Output output;

    VerifiedStream(SourceOptions sources, TrustOptions trust, Output output) {
        this.sources = sources;
        this.trust = trust;
        this.output = output;
    }

    /**
     * What came out.
     *
     * @param verdict of the log
     * @param events  of the stream; none unless the log is verified
     */
    record Read(Verdict verdict, List<RecordedEvent> events) {
    }

    Read read(String stream) throws Exception {
        long started = System.nanoTime();
        var wanted = new StreamEvents(stream);
        var audit = new Audit(trust.trust(), trust.memory(), Clock.systemUTC(), output.progress());
        try (Sources open = sources.open()) {
            List<Audited> results = audit.run(open.copies(), wanted);
            Verdict verdict = Audited.together(results);
            if (verdict == Verdict.VERIFIED) {
                return new Read(verdict, wanted.events());
            }
            print(results, verdict, Duration.ofNanos(System.nanoTime() - started));
            new KeptEvidence(trust.folder(), output, Clock.systemUTC()).keep(results);
            return new Read(verdict, List.of());
        }
    }

    private void print(List<Audited> results, Verdict verdict, Duration time) {
        var report = new AuditReport(output);
        if (output.isJson()) {
            Map<String, Object> answer = new LinkedHashMap<>();
            answer.put("verdict", verdict);
            answer.put("copies", report.json(results));
            output.json(answer);
        } else {
            report.print(output.messages().text("title.verify"), new ArrayList<>(results), time);
        }
    }
}
