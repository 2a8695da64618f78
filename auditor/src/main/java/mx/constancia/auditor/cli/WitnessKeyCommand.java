package mx.constancia.auditor.cli;

import java.io.IOException;
import java.util.concurrent.Callable;

import mx.constancia.auditor.file.FolderLock;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Shows a witness's key. */
@Command(name = "key", description = "Print the witness's public key (vkey), for the policies of those who trust it; it is made when there is none.")
final class WitnessKeyCommand implements Callable<Integer> {

    @Spec
    private CommandSpec command;
    @Mixin
    private WitnessOptions options;

    @Override
    public Integer call() throws IOException {
        try (FolderLock lock = FolderLock.take(options.folder())) {
            command.commandLine().getOut().println(options.signer(lock).verifierKey().format());
            command.commandLine().getOut().flush();
            return ExitCode.VERIFIED.code();
        }
    }
}
