package mx.constancia.query;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** The way to a server that a test cuts, at any byte, and mends. The server knows nothing of it and keeps its data. */
public final class Cable implements AutoCloseable {

    private static final int BUFFER = 8_192;

    private final InetSocketAddress server;
    private final ServerSocket entry;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicLong left = new AtomicLong(Long.MAX_VALUE);

    /** A whole cable to a server. */
    public Cable(String host, int port) throws IOException {
        this.server = new InetSocketAddress(host, port);
        this.entry = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().name("cable").start(this::accept);
    }

    /** Where it begins. */
    public int port() {
        return entry.getLocalPort();
    }

    /** Lets so many bytes more go to the server; then all connections break, and new ones too. */
    public void cutAfter(long bytes) {
        left.set(bytes);
        if (bytes == 0) {
            breakAll();
        }
    }

    /** Whether it is cut now. */
    boolean isCut() {
        return left.get() <= 0;
    }

    /** New connections are whole again. */
    public void mend() {
        left.set(Long.MAX_VALUE);
    }

    private void accept() {
        while (!entry.isClosed()) {
            try {
                connect(entry.accept());
            } catch (IOException e) {
                // Closed, or the server is away: a client sees a broken connection.
            }
        }
    }

    private void connect(Socket client) throws IOException {
        open.add(client);
        if (isCut()) {
            end(client);
            return;
        }
        Socket connection = new Socket();
        open.add(connection);
        try {
            connection.connect(server);
        } catch (IOException e) {
            end(client);
            throw e;
        }
        Thread.ofVirtual().start(() -> carry(client, connection, true));
        Thread.ofVirtual().start(() -> carry(connection, client, false));
    }

    private void carry(Socket from, Socket to, boolean counts) {
        byte[] buffer = new byte[BUFFER];
        try (from; to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                long before = counts ? left.getAndAdd(-read) : Long.MAX_VALUE;
                out.write(buffer, 0, (int) Math.clamp(before, 0, read));
                out.flush();
                if (before <= read) {
                    breakAll();
                }
            }
        } catch (IOException e) {
            // The other side sees it too.
        } finally {
            open.remove(from);
            open.remove(to);
        }
    }

    private void breakAll() {
        open.forEach(Cable::end);
    }

    private static void end(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // It has ended already.
        }
    }

    @Override
    public void close() throws IOException {
        entry.close();
        breakAll();
    }
}
