package mx.constancia.benchmarks;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** One connection that is kept: requests one after the other. It costs next to nothing, so that the service is what is measured. */
final class HttpLane implements AutoCloseable {

    private final URI service;
    private Socket socket;
    private InputStream in;

    HttpLane(URI service) throws IOException {
        this.service = service;
        connect();
    }

    private void connect() throws IOException {
        socket = new Socket(service.getHost(), service.getPort());
        socket.setTcpNoDelay(true);
        in = new BufferedInputStream(socket.getInputStream());
    }

    /**
     * Sends a command on any version and reads the answer to its end.
     *
     * @throws IOException when it was not recorded
     */
    void post(String path, String token, String key, String json) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        byte[] head = ("POST " + path + " HTTP/1.1\r\nHost: " + service.getAuthority() + "\r\nAuthorization: Bearer " + token + "\r\nIdempotency-Key: "
                + key + "\r\nIf-Match: *\r\nContent-Type: application/json\r\nContent-Length: " + body.length + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        byte[] request = new byte[head.length + body.length];
        System.arraycopy(head, 0, request, 0, head.length);
        System.arraycopy(body, 0, request, head.length, body.length);
        socket.getOutputStream().write(request);
        String status = line();
        int length = 0;
        boolean ends = false;
        for (String header = line(); !header.isEmpty(); header = line()) {
            String lower = header.toLowerCase(Locale.ROOT);
            if (lower.startsWith("content-length:")) {
                length = Integer.parseInt(header.substring(header.indexOf(':') + 1).strip());
            }
            ends |= lower.equals("connection: close");
        }
        byte[] answer = in.readNBytes(length);
        if (ends) {
            socket.close();
            connect();
        }
        if (!status.startsWith("HTTP/1.1 20")) {
            throw new IOException(status + " " + new String(answer, StandardCharsets.UTF_8));
        }
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder(64);
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new IOException("the connection ended");
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
