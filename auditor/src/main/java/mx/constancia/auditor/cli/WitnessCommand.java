package mx.constancia.auditor.cli;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;

import mx.constancia.auditor.file.FolderLock;
import mx.constancia.auditor.witness.Witness;
import mx.constancia.auditor.witness.WitnessMemory;
import mx.constancia.auditor.witness.WitnessServer;
import mx.constancia.events.EventJson;
import mx.constancia.ledger.MalformedException;
import mx.constancia.ledger.note.VerifierKey;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Runs a witness. */
@Command(name = "witness", subcommands = WitnessKeyCommand.class, description = {
    "Run a witness (testigo; c2sp.org/tlog-witness): it cosigns a checkpoint only if the log did nothing but grow since the last one.",
    "It listens on plain HTTP; put a proxy with TLS in front of it. It keeps the checkpoint on disk before it answers."})
final class WitnessCommand implements Callable<Integer> {

    @Spec
    private CommandSpec command;
    @Option(names = "--listen", paramLabel = "HOST:PORT", defaultValue = "127.0.0.1:8090", description = "Where to listen. Default: ${DEFAULT-VALUE}")
    private String address = "";
    @Option(names = "--log", paramLabel = "VKEY|FILE", description = "Key of a log to watch; may be repeated.")
    private List<String> logs = new ArrayList<>();
    @Mixin
    private WitnessOptions options;

    @Override
    public Integer call() throws IOException, InterruptedException {
        List<VerifierKey> keys = keys();
        InetSocketAddress listen = listen();
        try (FolderLock lock = FolderLock.take(options.folder())) {
            serve(new Witness(keys, options.signer(lock), new WitnessMemory(lock.folder())), listen);
        }
        return ExitCode.VERIFIED.code();
    }

    private void serve(Witness witness, InetSocketAddress listen) throws IOException, InterruptedException {
        try (WitnessServer server = WitnessServer.start(witness, listen, this::say)) {
            say("outcome=listening address=" + server.address() + " key=" + witness.key().format());
            var stopped = new CountDownLatch(1);
            Runtime.getRuntime().addShutdownHook(new Thread(stopped::countDown, "witness-stop"));
            stopped.await();
        }
    }

    private void say(String fact) {
        command.commandLine().getOut().println(EventJson.format(Clock.systemUTC().instant()) + " " + fact);
        command.commandLine().getOut().flush();
    }

    private List<VerifierKey> keys() {
        if (logs.isEmpty()) {
            throw new ParameterException(command.commandLine(), "Name the log to watch with --log.");
        }
        List<VerifierKey> keys = new ArrayList<>();
        for (String log : logs) {
            try {
                keys.addAll(TrustOptions.keys(log));
            } catch (IOException | MalformedException e) {
                throw new ParameterException(command.commandLine(), log + ": " + e.getMessage());
            }
        }
        return keys;
    }

    private InetSocketAddress listen() {
        int colon = address.lastIndexOf(':');
        try {
            return new InetSocketAddress(address.substring(0, Math.max(0, colon)), Integer.parseInt(address.substring(colon + 1)));
        } catch (IllegalArgumentException e) {
            throw new ParameterException(command.commandLine(), "--listen takes HOST:PORT, not " + address);
        }
    }
}
