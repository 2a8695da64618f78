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
import mx.constancia.auditor.source.SourceException;
import mx.constancia.auditor.verify.Fault;
import mx.constancia.auditor.verify.Ground;
import mx.constancia.auditor.verify.Verification;
import mx.constancia.events.EventJson;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Keeps verifying a log as it grows. */
@Command(name = "watch", description = {
    "Verify the log, and then whatever it grows by, until it is stopped.",
    "Ends with 1 when the log forks, shrinks or does not hold; says when it stalls or cannot be read, and goes on."})
final class WatchCommand implements Callable<Integer> {

    @Spec
    private CommandSpec command;
    @Option(names = "--interval", paramLabel = "SECONDS", defaultValue = "10", description = "Seconds between two looks, 1 to 3600. Default: 10")
    private int interval;
    @Option(names = "--stall", paramLabel = "SECONDS", defaultValue = "3600",
            description = "Seconds without growth after which the log is said to stall. Default: 3600")
    private long stall;
    @Option(names = "--rounds", paramLabel = "N", defaultValue = "0", description = "Looks until it ends by itself; 0 for no end. Default: 0")
    private int rounds;
    @Mixin
    private SourceOptions sources;
    @Mixin
    private TrustOptions trust;
    @Mixin
    private Output output;

    private Ground ground = Ground.NONE;
    private long grownAt = System.nanoTime();
    private boolean stalled;
    private Verdict last = Verdict.VERIFIED;

    @Override
    public Integer call() throws Exception {
        if (interval < 1 || interval > 3_600) {
            throw new ParameterException(command.commandLine(), "--interval takes 1 to 3600 seconds.");
        }
        var audit = new Audit(trust.trust(), trust.memory(), Clock.systemUTC(), output.progress());
        for (int round = 1; ; round++) {
            look(audit);
            if (last == Verdict.FAILED || round == rounds) {
                return ExitCode.of(last).code();
            }
            Thread.sleep(Duration.ofSeconds(interval));
        }
    }

    /** The sources are opened each time: what reads Kafka reads it as it is then. */
    private void look(Audit audit) throws Exception {
        try (Sources open = sources.open()) {
            Audited audited = audit.grown(open.copies().getFirst(), ground);
            last = audited.verdict();
            if (last == Verdict.VERIFIED) {
                grown(audited.verification().orElseThrow());
            } else {
                troubled(audited);
            }
        } catch (SourceException e) {
            last = Verdict.INCOMPLETE;
            say(Map.of("verdict", last, "reason", e.getMessage()), e.getMessage());
        }
    }

    private void grown(Verification verification) {
        long more = verification.ground().size() - ground.size();
        Messages messages = output.messages();
        String size = Messages.number(verification.ground().size());
        long quiet = Duration.ofNanos(System.nanoTime() - grownAt).toSeconds();
        if (more > 0 || ground == Ground.NONE) {
            ground = verification.ground();
            grownAt = System.nanoTime();
            stalled = false;
            say(Map.of("verdict", Verdict.VERIFIED, "size", ground.size(), "root", ground.root().toString(), "new", more),
                    messages.text("watch.ok", size, ground.root(), Messages.number(more)));
        } else if (quiet >= stall && !stalled) {
            stalled = true;
            Fault fault = Fault.of(Fault.Kind.STALLED, "", quiet);
            say(new AuditReport(output).fault(fault), messages.sentence(fault) + " " + messages.meaning(fault));
        } else if (!stalled) {
            say(Map.of("verdict", Verdict.VERIFIED, "size", ground.size(), "new", 0), messages.text("watch.same", size, Messages.number(quiet)));
        }
    }

    private void troubled(Audited audited) throws Exception {
        if (output.isJson()) {
            Map<String, Object> line = new LinkedHashMap<>();
            line.put("verdict", audited.verdict());
            line.put("copies", new AuditReport(output).json(List.of(audited)));
            say(line, "");
        } else {
            output.out().println(output.messages().text("verdict." + audited.verdict()));
            output.faults(audited.faults());
        }
        new KeptEvidence(trust.folder(), output, Clock.systemUTC()).keep(List.of(audited));
    }

    /** One line each. */
    private void say(Map<String, ?> json, String text) {
        output.out().println(output.isJson() ? EventJson.MAPPER.writeValueAsString(json) : EventJson.format(Clock.systemUTC().instant()) + "  " + text);
        output.out().flush();
    }
}
