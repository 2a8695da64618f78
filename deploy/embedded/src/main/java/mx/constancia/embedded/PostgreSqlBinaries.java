package mx.constancia.embedded;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * Unpacks the PostgreSQL programs from the class path, once for a user and a release. The library's own unpacking is
 * not used because it takes half-written files of an interrupted run for good ones.
 */
final class PostgreSqlBinaries {

    private static final String MARK = "complete";

    private PostgreSqlBinaries() {}

    /** The directory that holds {@code bin}; safe to call from several processes at once. */
    static Path unpacked() throws IOException {
        return unpackedBelow(Path.of(System.getProperty("java.io.tmpdir")));
    }

    static synchronized Path unpackedBelow(Path temporary) throws IOException {
        byte[] archive = archive();
        String name = "constancia-postgresql-" + System.getProperty("user.name") + "-" + digest(archive);
        Path home = temporary.resolve(name);
        try (FileChannel channel = FileChannel.open(
                temporary.resolve(name + ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            channel.lock();
            if (Files.isDirectory(home)) {
                requireOwn(home, temporary);
                if (isComplete(home)) {
                    return home;
                }
                // A cleaner of temporary files has been here; a server may still run from what is left.
                Files.move(home, Files.createTempDirectory(temporary, name + "-old-").resolve("binaries"));
            }
            Path fresh = Files.createTempDirectory(temporary, name + "-new-");
            Files.writeString(fresh.resolve(MARK), Long.toString(unpack(archive, fresh)));
            return Files.move(fresh, home, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    private static byte[] archive() throws IOException {
        String system = System.getProperty("os.name").startsWith("Mac") ? "Darwin" : System.getProperty("os.name");
        try (InputStream stream =
                DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(system, System.getProperty("os.arch"))) {
            return stream.readAllBytes();
        }
    }

    private static String digest(byte[] archive) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(archive), 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    // The temporary directory is everybody's: programs that somebody else put there must not be run.
    private static void requireOwn(Path home, Path temporary) throws IOException {
        Path probe = Files.createTempFile(temporary, "constancia-", ".owner");
        try {
            if (!Files.getOwner(home).equals(Files.getOwner(probe))) {
                throw new IOException(home + " belongs to another user");
            }
        } finally {
            Files.delete(probe);
        }
    }

    private static boolean isComplete(Path home) throws IOException {
        Path mark = home.resolve(MARK);
        if (!Files.exists(mark)) {
            return false;
        }
        try (Stream<Path> files = Files.walk(home)) {
            return files.count() == Long.parseLong(Files.readString(mark));
        }
    }

    /** The number of files and directories that a complete copy has, the mark included. */
    private static long unpack(byte[] archive, Path target) throws IOException {
        try (TarArchiveInputStream tar =
                new TarArchiveInputStream(new XZInputStream(new ByteArrayInputStream(archive)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path path = target.resolve(entry.getName()).normalize();
                if (!path.startsWith(target)) {
                    throw new IOException("Archive entry leaves its directory: " + entry.getName());
                }
                Files.createDirectories(entry.isDirectory() ? path : path.getParent());
                if (entry.isSymbolicLink()) {
                    Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
                } else if (entry.isLink()) {
                    Files.createLink(path, target.resolve(entry.getLinkName()).normalize());
                } else if (entry.isFile()) {
                    Files.copy(tar, path);
                    if (path.getParent().endsWith("bin")) {
                        path.toFile().setExecutable(true, false);
                    }
                }
            }
        }
        try (Stream<Path> files = Files.walk(target)) {
            return files.count() + 1;
        }
    }
}
