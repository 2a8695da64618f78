package mx.constancia.command.http.imports;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

import org.jspecify.annotations.Nullable;

/** Cuts a body into its lines. A line that is too long takes no memory beyond the limit, and is skipped to its end. */
final class LineReader {

    private static final int BUFFER = 1 << 16;

    private final InputStream in;
    private final int longest;
    private final byte[] buffer = new byte[BUFFER];
    private int next;
    private int end;
    private long number;

    LineReader(InputStream in, int longest) {
        this.in = in;
        this.longest = longest;
    }

    /**
     * A line as it came.
     *
     * @param number its place, from 1
     * @param bytes  the bytes without the line's end; absent when it is too long
     */
    record RawLine(long number, byte @Nullable [] bytes) {

        int length() {
            return bytes == null ? 0 : bytes.length;
        }
    }

    /**
     * The next line; null at the end of the body. A last line needs no line feed.
     *
     * @throws IOException when the body breaks off; what came of its last line is not given out
     */
    @Nullable RawLine next() throws IOException {
        if (!fill()) {
            return null;
        }
        number++;
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        boolean tooLong = false;
        while (fill()) {
            int feed = next;
            while (feed < end && buffer[feed] != '\n') {
                feed++;
            }
            tooLong |= line.size() + feed - next > longest;
            if (!tooLong) {
                line.write(buffer, next, feed - next);
            }
            next = feed;
            if (feed < end) {
                next++;
                break;
            }
        }
        return new RawLine(number, tooLong ? null : line.toByteArray());
    }

    private boolean fill() throws IOException {
        if (next == end) {
            next = 0;
            end = Math.max(0, in.read(buffer));
        }
        return next < end;
    }
}
