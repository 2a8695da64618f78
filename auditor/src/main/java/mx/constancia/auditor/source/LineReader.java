package mx.constancia.auditor.source;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

import org.jspecify.annotations.Nullable;

/** Cuts a stream of bytes into lines, none longer than a limit; the last one too must end with a newline. */
final class LineReader implements AutoCloseable {

    private static final int BUFFER = 1 << 18;

    private final InputStream in;
    private final int limit;
    private final byte[] buffer = new byte[BUFFER];
    private int start;
    private int end;

    LineReader(InputStream in, int limit) {
        this.in = in;
        this.limit = limit;
    }

    /** The next line without its newline; null at the end. */
    byte @Nullable [] next() throws IOException {
        ByteArrayOutputStream begun = null;
        while (true) {
            for (int i = start; i < end; i++) {
                if (buffer[i] == '\n') {
                    byte[] line = joined(begun, i);
                    start = i + 1;
                    return line;
                }
            }
            begun = begun == null ? new ByteArrayOutputStream(Math.max(32, end - start)) : begun;
            begun.write(buffer, start, end - start);
            if (begun.size() > limit) {
                throw new IOException("a line is longer than " + limit + " bytes");
            }
            start = 0;
            end = Math.max(0, in.read(buffer));
            if (end == 0) {
                if (begun.size() > 0) {
                    throw new EOFException("it ends in the middle of a line");
                }
                return null;
            }
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private byte[] joined(@Nullable ByteArrayOutputStream begun, int until) {
        if (begun == null) {
            return Arrays.copyOfRange(buffer, start, until);
        }
        begun.write(buffer, start, until - start);
        return begun.toByteArray();
    }
}
