package mx.constancia.auditor.cli;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import mx.constancia.auditor.audit.Audited;
import mx.constancia.auditor.audit.Verdict;
import mx.constancia.auditor.source.EventSource;
import mx.constancia.auditor.trust.Trust;
import mx.constancia.auditor.verify.Fault;
import mx.constancia.auditor.verify.Verification;

/** What audits found out, for people and for machines. */
final class AuditReport {

    private final Output output;
    private final Messages messages;

    AuditReport(Output output) {
        this.output = output;
        this.messages = output.messages();
    }

    void print(String title, List<Audited> results, Duration time) {
        for (Audited one : results) {
            List<Map.Entry<String, String>> lines = new ArrayList<>();
            one.accepted().ifPresent(accepted -> checkpoint(accepted, lines));
            line(lines, "label.source", one.copy().ledger().name());
            one.verification().ifPresent(verification -> verified(one, verification, time, lines));
            Verdict verdict = one.verdict();
            line(lines, "label.verdict", messages.text("verdict." + verdict));
            output.table(title, lines);
            output.faults(one.faults());
            output.out().println();
            output.out().println(messages.text("meaning." + verdict));
            output.out().flush();
            one.accepted().filter(accepted -> accepted.basis() == Trust.Basis.FIRST_USE && verdict == Verdict.VERIFIED).ifPresent(this::firstUse);
        }
    }

    /** Names and values of the answer for machines; sentences are there for whoever reads the script's log. */
    List<Map<String, Object>> json(List<Audited> results) {
        return results.stream().map(this::json).toList();
    }

    private Map<String, Object> json(Audited one) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("source", one.copy().ledger().name());
        json.put("verdict", one.verdict());
        one.accepted().ifPresent(accepted -> {
            var checkpoint = accepted.accepted().checkpoint();
            json.put("log", checkpoint.origin());
            json.put("size", checkpoint.size());
            json.put("root", checkpoint.root().toString());
            json.put("key", accepted.basis());
            json.put("witnesses", accepted.accepted().witnesses().keySet().stream().sorted().toList());
        });
        json.put("comparedWith", one.copy().events().stream().map(EventSource::name).toList());
        one.verification().ifPresent(verification -> {
            json.put("from", verification.from());
            json.put("entries", verification.ground().size() - verification.from());
            json.put("bundles", verification.bundles());
            json.put("streams", verification.ground().versions().size());
            json.put("restrictedParts", verification.restricted());
        });
        json.put("faults", one.faults().kept().stream().map(this::fault).toList());
        json.put("positionsConcerned", one.faults().positions());
        return json;
    }

    Map<String, Object> fault(Fault fault) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("kind", fault.kind());
        json.put("from", fault.from());
        json.put("to", fault.to());
        json.put("source", fault.source());
        json.put("details", fault.details());
        json.put("sentence", messages.sentence(fault));
        json.put("meaning", messages.meaning(fault));
        return json;
    }

    private void checkpoint(Trust.Accepted accepted, List<Map.Entry<String, String>> lines) {
        var checkpoint = accepted.accepted().checkpoint();
        line(lines, "label.log", checkpoint.origin());
        line(lines, "label.size", Messages.number(checkpoint.size()));
        line(lines, "label.root", checkpoint.root().toString());
        line(lines, "label.key", messages.text("key." + accepted.basis()));
        List<String> witnesses = accepted.accepted().witnesses().keySet().stream().sorted().toList();
        line(lines, "label.witnesses", witnesses.isEmpty() ? messages.text("none") : String.join(", ", witnesses));
    }

    private void verified(Audited one, Verification verification, Duration time, List<Map.Entry<String, String>> lines) {
        long entries = verification.ground().size() - verification.from();
        line(lines, "label.read", messages.text("read", Messages.number(entries), verification.bundles(),
                Messages.number(verification.from())));
        List<String> sources = one.copy().events().stream().map(EventSource::name).toList();
        line(lines, "label.events", sources.isEmpty() ? messages.text("noEvents") : String.join(", ", sources));
        line(lines, "label.streams", Messages.number(verification.ground().versions().size()));
        if (verification.restricted() > 0) {
            line(lines, "label.restricted", Messages.number(verification.restricted()));
        }
        double seconds = Math.max(1, time.toMillis()) / 1e3;
        line(lines, "label.time", messages.text("time", "%.1f".formatted(seconds), Messages.number(Math.round(entries / seconds))));
    }

    private void firstUse(Trust.Accepted accepted) {
        output.err().println();
        accepted.keys().forEach(key -> output.err().println(
                messages.text("firstUse", accepted.accepted().checkpoint().origin(), key.format())));
        output.err().flush();
    }

    private void line(List<Map.Entry<String, String>> lines, String label, String value) {
        lines.add(Map.entry(messages.text(label), value));
    }
}
