package mx.constancia.auditor.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Writes a file whole or not at all, and durably. */
public final class DurableFile {

    private static final boolean POSIX = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    private static final FileAttribute<?>[] OWNER_ONLY =
            POSIX ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))} : new FileAttribute<?>[0];

    private DurableFile() {
    }

    /** Replaces the file. When this returns, the new bytes survive a power cut; until then a reader finds the old ones. */
    public static void write(Path file, byte[] bytes) throws IOException {
        replace(file, bytes, true);
    }

    /** As {@link #write}, but only the owner may read the file (mode 0600), from its first byte on. */
    public static void writeSecret(Path file, byte[] bytes) throws IOException {
        replace(file, bytes, true, OWNER_ONLY);
    }

    /** Replaces the file in one step, and leaves it to the system when it reaches the disk. */
    public static void writeWhole(Path file, byte[] bytes) throws IOException {
        replace(file, bytes, false);
    }

    private static void replace(Path file, byte[] bytes, boolean durably, FileAttribute<?>... attributes) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        Files.createDirectories(folder);
        Path part = folder.resolve(file.getFileName() + ".part");
        Files.deleteIfExists(part);
        try (FileChannel channel = FileChannel.open(part, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), attributes)) {
            ByteBuffer left = ByteBuffer.wrap(bytes);
            while (left.hasRemaining()) {
                channel.write(left);
            }
            if (durably) {
                channel.force(true);
            }
        }
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        if (durably && POSIX) {
            // The new name is in the folder, which is written on its own.
            try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
                names.force(true);
            }
        }
    }
}
