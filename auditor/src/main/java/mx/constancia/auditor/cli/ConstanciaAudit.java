package mx.constancia.auditor.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

import mx.constancia.auditor.source.SourceException;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;

/** The auditor's tool. */
@Command(name = "constancia-audit", mixinStandardHelpOptions = true, scope = CommandLine.ScopeType.INHERIT, version = "constancia-audit 0.1.0",
        description = "Verifies the log of Constancia without trusting whoever runs it.",
        subcommands = {VerifyCommand.class, ReceiptCommand.class, ReplayCommand.class, DiffCommand.class, ExportCommand.class,
            WatchCommand.class, WitnessCommand.class},
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:Everything that was asked for is verified.",
            "1:Evidence does not hold: the log, a source or a receipt was altered.",
            "2:The command line is wrong.",
            "3:Not everything could be read: nothing speaks against the log, and it is not verified.",
            "4:The tool itself failed, or this machine's disk did."})
public final class ConstanciaAudit implements Runnable {

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec command;

    /** Runs a command and ends with its exit code. */
    public static void main(String[] arguments) {
        var out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        var err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        System.exit(run(out, err, arguments));
    }

    /** Runs a command and gives its exit code. */
    static int run(PrintWriter out, PrintWriter err, String... arguments) {
        return new CommandLine(new ConstanciaAudit())
                .setOut(out)
                .setErr(err)
                .setUsageHelpAutoWidth(true)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((failure, line, parsed) -> failed(failure, line))
                .execute(arguments);
    }

    @Override
    public void run() {
        throw new ParameterException(command.commandLine(), "Name a command.");
    }

    private static int failed(Exception failure, CommandLine line) {
        return switch (failure) {
            case SourceException away -> said(line, away, ExitCode.INCOMPLETE);
            case IOException disk -> said(line, disk, ExitCode.INTERNAL);
            case UncheckedIOException disk -> said(line, disk, ExitCode.INTERNAL);
            default -> {
                failure.printStackTrace(line.getErr());
                line.getErr().flush();
                yield ExitCode.INTERNAL.code();
            }
        };
    }

    private static int said(CommandLine line, Exception failure, ExitCode code) {
        line.getErr().println(failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage());
        line.getErr().flush();
        return code.code();
    }
}
