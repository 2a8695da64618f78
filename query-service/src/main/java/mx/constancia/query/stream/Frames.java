package mx.constancia.query.stream;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Writes an event stream (WHATWG HTML, section 9.2). A write waits while the client does not read: the log itself is the
 * buffer, and no queue grows for a slow client.
 */
final class Frames {

    private static final int BUFFER = 8_192;
    private static final byte[] DATA = "\ndata: ".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] END = "\n\n".getBytes(StandardCharsets.US_ASCII);

    private final OutputStream out;

    Frames(OutputStream out) {
        this.out = new BufferedOutputStream(out, BUFFER);
    }

    /** An event of the log, which is in its frame already. */
    void event(byte[] frame) throws IOException {
        out.write(frame);
    }

    /** The counters; an empty log has no position to resume from. */
    void totals(long position, byte[] json) throws IOException {
        ascii((position < 0 ? "" : "id: " + position + "\n") + "event: totals");
        out.write(DATA);
        out.write(json);
        out.write(END);
    }

    /** How far the stream is though nothing matched: resuming from here misses nothing. */
    void checkpoint(long position) throws IOException {
        ascii("id: " + position + "\nevent: checkpoint\ndata: {\"position\":" + position + "}\n\n");
    }

    void heartbeat() throws IOException {
        ascii(": heartbeat\n\n");
    }

    /** The stream ends here; the client resumes by the last id. */
    void cutOff(CutOff reason) throws IOException {
        ascii("event: cut-off\ndata: {\"reason\":\"" + reason.code() + "\"}\n\n");
        flush();
    }

    void flush() throws IOException {
        out.flush();
    }

    private void ascii(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.US_ASCII));
    }
}
