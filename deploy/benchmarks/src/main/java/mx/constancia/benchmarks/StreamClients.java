package mx.constancia.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

import org.HdrHistogram.Histogram;

/** Clients of the live stream from some position on, each of which checks that every event comes once and in order. */
final class StreamClients implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(5);
    private static final int SMALL = 8_192;
    private static final int LARGE = 65_536;
    private static final byte[] ID = "id: ".getBytes(StandardCharsets.US_ASCII);

    private final int port;
    private final long first;
    private final long end;
    private final long[] sentAt;
    private final Histogram delays = own();
    private final AtomicLong wrong = new AtomicLong();
    private final List<Socket> sockets = new ArrayList<>();
    private final List<Thread> reading = new ArrayList<>();

    /** Clients of so many events from a position on. */
    StreamClients(int port, long first, int events) {
        this.port = port;
        this.first = first;
        this.end = first + events;
        this.sentAt = new long[events];
    }

    /** Opens clients that read, and returns when all have their stream. */
    void reading(int count) throws IOException {
        opened(count, 0).forEach(socket -> reading.add(Thread.ofVirtual().start(() -> read(socket))));
    }

    /** Opens clients that never read, and returns when all have their stream. */
    void silent(int count) throws IOException {
        opened(count, SMALL);
    }

    private List<Socket> opened(int count, int receiveBuffer) throws IOException {
        List<Socket> opened = new ArrayList<>();
        for (int each = 0; each < count; each++) {
            opened.add(open(receiveBuffer));
        }
        for (Socket socket : opened) {
            while (socket.getInputStream().available() == 0) {
                LockSupport.parkNanos(LOOK_AGAIN.toNanos());
            }
        }
        return opened;
    }

    /** HTTP/1.0, so that the stream comes as it is and not in chunks. */
    private Socket open(int receiveBuffer) throws IOException {
        Socket socket = new Socket();
        sockets.add(socket);
        if (receiveBuffer > 0) {
            socket.setReceiveBufferSize(receiveBuffer);
        }
        socket.connect(new InetSocketAddress("127.0.0.1", port));
        socket.getOutputStream().write(("GET /stream?after=" + (first - 1) + " HTTP/1.0\r\nHost: 127.0.0.1\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    /** Notes when an event is sent. */
    void sending(long position) {
        sentAt[(int) (position - first)] = System.nanoTime();
    }

    private void read(Socket socket) {
        long expected = first;
        int matched = 0;
        long id = 0;
        byte[] buffer = new byte[LARGE];
        // One of its own: a thousand clients that share one measure how they wait for each other.
        Histogram own = own();
        try {
            InputStream in = socket.getInputStream();
            for (int length = in.read(buffer); length >= 0 && expected < end; length = in.read(buffer)) {
                long now = System.nanoTime();
                String text = new String(buffer, 0, length, StandardCharsets.ISO_8859_1);
                for (int at = 0; at < length; at++) {
                    if (matched < 0) {
                        // Not a line with an id: what matters begins after its end.
                        int lineEnd = text.indexOf('\n', at);
                        at = lineEnd < 0 ? length - 1 : lineEnd;
                    }
                    byte each = buffer[at];
                    if (each == '\n') {
                        if (matched == ID.length) {
                            expected = arrived(id, expected, now, own);
                        }
                        matched = 0;
                        id = 0;
                    } else if (matched == ID.length) {
                        id = id * 10 + each - '0';
                    } else {
                        matched = matched >= 0 && each == ID[matched] ? matched + 1 : -1;
                    }
                }
                if (expected >= end) {
                    return;
                }
            }
        } catch (IOException e) {
            // What is missing is counted below.
        } finally {
            synchronized (delays) {
                delays.add(own);
            }
        }
        wrong.addAndGet(end - expected);
    }

    private static Histogram own() {
        return new Histogram(TimeUnit.MICROSECONDS.toNanos(1), 2 * PATIENCE.toNanos(), 2);
    }

    private long arrived(long id, long expected, long now, Histogram own) {
        if (id != expected) {
            wrong.incrementAndGet();
        }
        own.recordValue(Math.max(0, now - sentAt[(int) (id - first)]));
        return id + 1;
    }

    /** Waits until every client has everything; who has not in a minute is cut off and counted. */
    void await() throws InterruptedException, IOException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        for (Thread each : reading) {
            each.join(Duration.ofNanos(Math.max(1, deadline - System.nanoTime())));
        }
        close();
        for (Thread each : reading) {
            each.join();
        }
    }

    /** From before an event was sent until a client had it. */
    Histogram delays() {
        return delays;
    }

    /** Events that a client missed, had twice or out of order. */
    long wrong() {
        return wrong.get();
    }

    @Override
    public void close() throws IOException {
        for (Socket socket : sockets) {
            socket.close();
        }
    }
}
