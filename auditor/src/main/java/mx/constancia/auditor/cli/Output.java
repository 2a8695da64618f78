package mx.constancia.auditor.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Map;

import mx.constancia.auditor.verify.Faults;
import mx.constancia.auditor.verify.Progress;
import mx.constancia.events.EventJson;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** How a command answers: a table for people, or one JSON object for machines; what happens meanwhile goes to the error stream. */
final class Output {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    @Option(names = "--json", description = "Answer with one JSON object on standard output, and no progress.")
    private boolean json;

    @Mixin
    private Language language;

    boolean isJson() {
        return json;
    }

    Messages messages() {
        return new Messages(language.locale());
    }

    PrintWriter out() {
        return command.commandLine().getOut();
    }

    PrintWriter err() {
        return command.commandLine().getErr();
    }

    /** A line of progress on a terminal, a line now and then elsewhere, none beside JSON. */
    Progress progress() {
        return json ? Progress.NONE : new ProgressLine(err(), messages(), System.console() != null);
    }

    void json(Map<String, ?> answer) {
        out().println(EventJson.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(answer));
        out().flush();
    }

    /** Lines of a label and a value, with the values below each other. */
    void table(String title, List<Map.Entry<String, String>> lines) {
        int width = lines.stream().mapToInt(line -> line.getKey().length()).max().orElse(0);
        out().println(title);
        lines.forEach(line -> out().printf("  %-" + width + "s  %s%n", line.getKey(), line.getValue()));
        out().flush();
    }

    void faults(Faults faults) {
        var messages = messages();
        long named = 0;
        for (var fault : faults.kept()) {
            out().println();
            String positions = messages.positions(fault);
            out().println("✗ " + fault.kind() + (positions.isEmpty() ? "" : " · " + positions) + " · " + fault.source());
            out().println("  " + messages.sentence(fault));
            out().println("  " + messages.meaning(fault));
            named += fault.positions();
        }
        if (faults.positions() > named) {
            out().println(messages.text("more", Messages.number(faults.positions() - named)));
        }
        out().flush();
    }
}
