package mx.constancia.attacks;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A witness (testigo) that an organ of internal control runs on a machine of its own. */
final class WitnessProcess implements AutoCloseable {

    private static final String NAME = "oic.test/testigo";

    private final Process process;
    private final URI address;
    private final String vkey;

    private WitnessProcess(Process process, URI address, String vkey) {
        this.process = process;
        this.address = address;
        this.vkey = vkey;
    }

    /** Starts it on a free port; it watches the log of this key. */
    static WitnessProcess start(Path directory, Key log) throws IOException {
        List<String> command = Auditor.command("witness", "--listen", "127.0.0.1:0", "--name", NAME, "--dir", directory.toString(), "--log", log.vkey());
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
        var lines = process.inputReader();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.contains("outcome=listening")) {
                String key = line.substring(line.indexOf("key=") + 4).strip();
                String address = line.substring(line.indexOf("address=") + 8, line.indexOf(" key=")).replace("/", "").strip();
                Thread.ofVirtual().start(() -> lines.lines().forEach(ignored -> { }));
                return new WitnessProcess(process, URI.create("http://" + address), key);
            }
        }
        throw new IOException("the witness does not start");
    }

    URI address() {
        return address;
    }

    /** A policy (c2sp.org/tlog-policy) that trusts this log when the witness has seen the same. */
    Path policy(Path file, Key log) throws IOException {
        return Files.writeString(file, "log " + log.vkey() + "\nwitness oic " + vkey + " " + address + "\nquorum oic\n");
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        process.waitFor(20, TimeUnit.SECONDS);
    }
}
