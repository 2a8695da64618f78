package mx.constancia.auditor.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Receipts. */
@Command(name = "receipt", description = "Receipts (constancias de inclusión): evidence in one file, without any server, that an event was published.",
        subcommands = {ReceiptVerifyCommand.class, ReceiptFetchCommand.class})
final class ReceiptCommand implements Runnable {

    @Spec
    private CommandSpec command;

    @Override
    public void run() {
        throw new ParameterException(command.commandLine(), "Name a command: verify or fetch.");
    }
}
