package mx.constancia.auditor.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;

import mx.constancia.auditor.file.FolderLock;
import mx.constancia.auditor.witness.WitnessKey;
import mx.constancia.ledger.MalformedException;
import mx.constancia.ledger.cosignature.CosignatureSigner;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Who a witness is. */
final class WitnessOptions {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    @Option(names = "--name", paramLabel = "NAME", description = "Name of the witness: an address without scheme, such as oic.example.mx/testigo.")
    private @Nullable String name;

    @Option(names = "--dir", paramLabel = "DIR", description = "Folder of its key and of what it has cosigned. Never restore it from a backup.")
    private @Nullable Path folder;

    Path folder() {
        if (folder == null) {
            throw new ParameterException(command.commandLine(), "Name the witness's folder with --dir.");
        }
        return folder;
    }

    /** The witness's signer; its key is made when the folder, which this process has for itself, has none. */
    CosignatureSigner signer(FolderLock lock) throws IOException {
        if (name == null) {
            throw new ParameterException(command.commandLine(), "Name the witness with --name.");
        }
        try {
            return new CosignatureSigner(name, WitnessKey.in(lock.folder()), Clock.systemUTC());
        } catch (MalformedException e) {
            throw new ParameterException(command.commandLine(), e.getMessage());
        }
    }
}
