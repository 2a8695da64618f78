package mx.constancia.auditor.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import mx.constancia.auditor.source.LedgerReader;
import mx.constancia.auditor.trust.Memory;
import mx.constancia.auditor.trust.Trust;
import mx.constancia.ledger.MalformedException;
import mx.constancia.ledger.note.VerifierKey;
import mx.constancia.ledger.policy.TrustPolicy;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Whom a command trusts. */
final class TrustOptions {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    @ArgGroup
    private @Nullable Given given;

    @Option(names = "--state", paramLabel = "DIR", description = "Where to remember what was verified. Default: in the user's XDG state folder.")
    private @Nullable Path state;

    /** One or the other. */
    static final class Given {

        @Option(names = "--key", paramLabel = "VKEY|FILE", description = "The log's key, as name+id+key or a file of such lines.")
        private @Nullable String key;

        @Option(names = "--policy", paramLabel = "FILE",
                description = "Keys of log and witnesses, and how many witnesses must agree (c2sp.org/tlog-policy).")
        private @Nullable Path policy;
    }

    /** The policy that was given; empty to trust what is seen first. */
    Optional<TrustPolicy> policy() {
        try {
            if (given != null && given.policy != null) {
                return Optional.of(TrustPolicy.parse(Files.readAllBytes(given.policy)));
            }
            return given == null || given.key == null ? Optional.empty() : Optional.of(TrustPolicy.of(keys(given.key), 0, List.of()));
        } catch (IOException e) {
            throw new ParameterException(command.commandLine(), "cannot be read: " + e.getMessage());
        } catch (MalformedException | IllegalArgumentException e) {
            throw new ParameterException(command.commandLine(), e.getMessage());
        }
    }

    Memory memory() {
        return new Memory(folder());
    }

    Path folder() {
        return state == null ? Memory.folderOfUser() : state;
    }

    Trust trust() {
        return new Trust(policy(), memory());
    }

    /** A vkey, or the keys of a file. */
    static List<VerifierKey> keys(String keyOrFile) throws IOException {
        Path file = Path.of(keyOrFile);
        return LedgerReader.parseKeys(Files.isRegularFile(file) ? Files.readString(file) : keyOrFile);
    }
}
