package mx.constancia.auditor.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;

import mx.constancia.auditor.source.EventLine;
import mx.constancia.auditor.source.Limits;
import mx.constancia.events.StoredEvent;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Verifies a receipt offline. */
@Command(name = "verify", description = "Verify a receipt offline: that the log published this event, at this position, and has signed it.")
final class ReceiptVerifyCommand implements Callable<Integer> {

    @Spec
    private CommandSpec command;
    @Parameters(paramLabel = "FILE", description = "The receipt, *.tlog-proof.")
    private Path file = Path.of("");
    @Option(names = "--event", paramLabel = "FILE", description = "The event as a line of /events, to prove that it is the published one.")
    private @Nullable Path event;
    @Mixin
    private TrustOptions trust;
    @Mixin
    private Output output;

    @Override
    public Integer call() {
        return new ReceiptPaper(trust, output, command.commandLine()).verify(file.toString(), bytes(file), event()).code();
    }

    private Optional<StoredEvent> event() {
        try {
            return Optional.ofNullable(event).map(this::bytes).map(EventLine::parse);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(command.commandLine(), event + ": " + e.getMessage());
        }
    }

    private byte[] bytes(Path path) {
        try (var in = Files.newInputStream(path)) {
            return in.readNBytes(Limits.RECEIPT);
        } catch (IOException e) {
            throw new ParameterException(command.commandLine(), path + " cannot be read: " + e.getMessage());
        }
    }
}
