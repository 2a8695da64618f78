package mx.constancia.local;

import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The one log of all parts. When it is full it becomes {@code FILE.1}, so that at most two files of the given size exist.
 *
 * <p>The services log to standard output, as they do in production; here that is this file, because Spring Boot keeps
 * the name of a log file in JVM-wide properties, which two applications in one JVM cannot share.
 */
final class LogFile extends OutputStream {

    private final Path file;
    private final long limit;
    private OutputStream out;
    private long size;

    /** Continues a file; {@code limit} is in bytes. */
    LogFile(Path file, long limit) throws IOException {
        this.file = file;
        this.limit = limit;
        Files.createDirectories(file.toAbsolutePath().getParent());
        this.size = Files.exists(file) ? Files.size(file) : 0;
        this.out = open();
    }

    @Override
    public synchronized void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public synchronized void write(byte[] bytes, int offset, int length) throws IOException {
        out.write(bytes, offset, length);
        size += length;
        boolean endOfLine = length > 0 && bytes[offset + length - 1] == '\n';
        if (size >= limit && endOfLine) {
            out.close();
            Files.move(file, file.resolveSibling(file.getFileName() + ".1"), REPLACE_EXISTING);
            out = open();
            size = 0;
        }
    }

    @Override
    public synchronized void flush() throws IOException {
        out.flush();
    }

    @Override
    public synchronized void close() throws IOException {
        out.close();
    }

    private OutputStream open() throws IOException {
        return new BufferedOutputStream(Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND));
    }
}
