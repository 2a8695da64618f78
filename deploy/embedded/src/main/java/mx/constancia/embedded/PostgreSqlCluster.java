package mx.constancia.embedded;

import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.apache.commons.io.file.PathUtils;

/** The files of one database cluster and the server process on them, which may outlive the JVM that started it. */
final class PostgreSqlCluster {

    // Recovery after a crash replays the write-ahead log before the server answers.
    private static final Duration START = Duration.ofMinutes(5);
    private static final Duration STOP = Duration.ofSeconds(30);
    private static final Duration KILL = Duration.ofSeconds(10);

    private final Path binaries;
    private final Path directory;
    private final Path files;

    PostgreSqlCluster(Path binaries, Path directory) {
        this.binaries = binaries;
        this.directory = directory;
        this.files = directory.resolve("pgdata");
    }

    boolean exists() {
        return Files.isDirectory(files);
    }

    /** Creates the cluster; an interrupted earlier attempt leaves nothing that counts. */
    void create(String superuser, Path passwordFile) throws IOException {
        try (DirectoryStream<Path> interrupted = Files.newDirectoryStream(directory, "pgdata-new-*")) {
            for (Path left : interrupted) {
                PathUtils.deleteDirectory(left);
            }
        }
        Path fresh = Files.createTempDirectory(directory, "pgdata-new-");
        Path output = directory.resolve("initdb.log");
        int exit = run(output, START, "initdb", "-D", fresh.toString(), "-U", superuser,
                "-A", "scram-sha-256", "--pwfile=" + passwordFile, "-E", "UTF8",
                "--no-locale", "--locale-provider=builtin", "--builtin-locale=C.UTF-8");
        if (exit != 0) {
            throw failure("create its files", output);
        }
        Files.move(fresh, files, StandardCopyOption.ATOMIC_MOVE);
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    /** Starts the server and returns when it answers. */
    void start(int port, List<String> settings) throws IOException {
        List<String> options = new ArrayList<>(List.of("-p", Integer.toString(port)));
        settings.forEach(setting -> options.addAll(List.of("-c", setting)));
        Path log = directory.resolve("start.log");
        Files.deleteIfExists(log);
        int exit = run(directory.resolve("pg_ctl.log"), START.plus(STOP), "pg_ctl", "start", "-D", files.toString(),
                "-w", "-t", seconds(START), "-l", log.toString(), "-o", String.join(" ", options));
        if (exit != 0) {
            stop();
            throw failure("start", log);
        }
    }

    /** Stops the server in good order, or at once where it does not obey; does nothing when none runs. */
    void stop() throws IOException {
        Optional<ProcessHandle> server = server();
        if (server.isEmpty()) {
            return;
        }
        for (String mode : List.of("fast", "immediate")) {
            int exit = run(directory.resolve("pg_ctl.log"), STOP.multipliedBy(2), "pg_ctl", "stop",
                    "-D", files.toString(), "-m", mode, "-w", "-t", seconds(STOP));
            if (exit == 0) {
                return;
            }
        }
        kill();
    }

    /** Ends the server and its children with SIGKILL. */
    void kill() throws IOException {
        Optional<ProcessHandle> server = server();
        if (server.isEmpty()) {
            return;
        }
        List<ProcessHandle> all = Stream.concat(server.stream(), server.get().descendants()).toList();
        all.forEach(ProcessHandle::destroyForcibly);
        try {
            CompletableFuture.allOf(all.stream().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new))
                    .get(KILL.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while PostgreSQL was ending", e);
        } catch (ExecutionException | TimeoutException e) {
            // Where nobody reaps orphans, a dead process stays listed; it has no program any more.
            if (server().isPresent()) {
                throw new IOException("PostgreSQL does not end on " + directory, e);
            }
        }
    }

    /**
     * Removes the process id that a dead server left when some other program has that id now: neither
     * {@code postgres} nor {@code pg_ctl} can tell the two apart, and the latter would send it signals.
     */
    void forgetDeadServer() throws IOException {
        if (recordedProcess().isPresent() && server().isEmpty()) {
            Files.deleteIfExists(files.resolve("postmaster.pid"));
        }
    }

    /** The running server on these files, whoever started it. */
    Optional<ProcessHandle> server() throws IOException {
        return recordedProcess().filter(this::isServer);
    }

    private Optional<ProcessHandle> recordedProcess() throws IOException {
        Path file = files.resolve("postmaster.pid");
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try (Stream<String> lines = Files.lines(file)) {
            return lines.findFirst().flatMap(pid -> ProcessHandle.of(Long.parseLong(pid.strip())));
        }
    }

    private boolean isServer(ProcessHandle process) {
        boolean isPostgres = process.info().command().filter(command -> command.endsWith("postgres")).isPresent();
        Path workingDirectory = Path.of("/proc", Long.toString(process.pid()), "cwd");
        try {
            return isPostgres && (!Files.exists(workingDirectory) || Files.isSameFile(workingDirectory, files));
        } catch (IOException e) {
            return false;
        }
    }

    private int run(Path output, Duration timeout, String program, String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        if (LinuxUtils.isUnshareAvailable()) {
            // PostgreSQL refuses to run as root: give it a user namespace in which it is nobody.
            command.addAll(List.of("unshare", "-U"));
        }
        command.add(binaries.resolve("bin").resolve(program).toString());
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            if (!process.waitFor(timeout.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IOException(program + " did not finish in " + timeout);
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while " + program + " was running", e);
        }
    }

    private IOException failure(String action, Path log) throws IOException {
        String reason = Files.exists(log) ? Files.readString(log).strip() : "no output";
        return new IOException("PostgreSQL did not " + action + " in " + directory + ": " + reason);
    }

    private static String seconds(Duration duration) {
        return Long.toString(duration.toSeconds());
    }
}
