package mx.constancia.auditor.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import mx.constancia.auditor.receipt.ReceiptCheck;
import mx.constancia.auditor.trust.Memory;
import mx.constancia.auditor.verify.Fault;
import mx.constancia.auditor.verify.Faults;
import mx.constancia.events.StoredEvent;
import mx.constancia.ledger.LedgerException;
import mx.constancia.ledger.policy.TrustPolicy;
import mx.constancia.ledger.proof.Receipt;

import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** Verifies a receipt by whom the auditor trusts, and says what it proves. */
final class ReceiptPaper {

    private final TrustOptions trust;
    private final Output output;
    private final CommandLine line;

    ReceiptPaper(TrustOptions trust, Output output, CommandLine line) {
        this.trust = trust;
        this.output = output;
        this.line = line;
    }

    /** Verifies a receipt's bytes; the event when one is given too. */
    ExitCode verify(String source, byte[] bytes, Optional<StoredEvent> event) {
        Messages messages = output.messages();
        try {
            Receipt receipt = Receipt.parse(bytes);
            if (event.isEmpty() && ReceiptCheck.entryIn(receipt).isEmpty()) {
                throw new ParameterException(line, messages.text("receipt.noEntry"));
            }
            ReceiptCheck.Proven proven = new ReceiptCheck(policy(receipt, messages)).verify(receipt, event);
            print(source, proven, event.isPresent(), messages);
            return ExitCode.VERIFIED;
        } catch (LedgerException | IllegalArgumentException e) {
            var faults = new Faults();
            faults.add(Fault.of(Fault.Kind.RECEIPT_INVALID, source, e.getMessage()));
            if (output.isJson()) {
                output.json(Map.of("verdict", "FAILED", "faults", List.of(new AuditReport(output).fault(faults.kept().getFirst()))));
            } else {
                output.out().println(messages.text("verdict.FAILED"));
                output.faults(faults);
            }
            return ExitCode.FAILED;
        }
    }

    private TrustPolicy policy(Receipt receipt, Messages messages) {
        String origin = receipt.checkpoint().unverified().origin();
        return trust.policy()
                .or(() -> trust.memory().log(origin).map(Memory.Log::verifierKeys).map(keys -> TrustPolicy.of(keys, 0, List.of())))
                .orElseThrow(() -> new ParameterException(line, messages.text("receipt.noKey", origin)));
    }

    private void print(String source, ReceiptCheck.Proven proven, boolean withEvent, Messages messages) {
        var entry = proven.entry();
        var checkpoint = proven.accepted().checkpoint();
        if (output.isJson()) {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("verdict", "VERIFIED");
            json.put("log", checkpoint.origin());
            json.put("size", checkpoint.size());
            json.put("root", checkpoint.root().toString());
            json.put("witnesses", proven.accepted().witnesses());
            json.put("eventCompared", withEvent);
            json.put("entry", entry);
            output.json(json);
            return;
        }
        List<Map.Entry<String, String>> lines = new ArrayList<>();
        lines.add(Map.entry(messages.text("label.source"), source));
        lines.add(Map.entry(messages.text("label.position"), Messages.number(entry.position())));
        lines.add(Map.entry(messages.text("label.entry"),
                messages.text("receipt.entry", entry.stream(), Messages.number(entry.version()), entry.type(), entry.recordedAt())));
        lines.add(Map.entry(messages.text("label.root"), checkpoint.root().toString()));
        proven.accepted().witnesses().forEach((name, time) ->
                lines.add(Map.entry(messages.text("label.witness"), name + ", " + messages.text("label.publishedAt") + " " + time)));
        lines.add(Map.entry(messages.text("label.verdict"), messages.text("verdict.VERIFIED")));
        output.table(messages.text("title.receipt"), lines);
        output.out().println();
        output.out().println(messages.text("receipt.holds", Messages.number(entry.position()), checkpoint.origin(), Messages.number(checkpoint.size())));
        if (withEvent) {
            output.out().println(messages.text("receipt.event"));
        }
        output.out().flush();
    }
}
