package mx.constancia.benchmarks;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** One connection that is kept: requests one after the other. It costs next to nothing, so that the service is what is measured. */
final class HttpLane implements AutoCloseable {

    private static final String LENGTH = "content-length";

    private final URI service;
    private Socket socket;
    private InputStream in;

    HttpLane(URI service) throws IOException {
        this.service = service;
        connect();
    }

    /**
     * A whole answer.
     *
     * @param headers by name in lower case; of those with one name the last
     */
    record Reply(int status, Map<String, String> headers, byte[] body) {

        /** The body as text. */
        String text() {
            return new String(body, StandardCharsets.UTF_8);
        }
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
    Reply post(String path, String token, String key, String json) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        Reply reply = exchange("POST", path, "Authorization: Bearer " + token + "\r\nIdempotency-Key: " + key
                + "\r\nIf-Match: *\r\nContent-Type: application/json\r\nContent-Length: " + body.length + "\r\n", body);
        if (reply.status() / 100 != 2) {
            throw new IOException(path + " was answered with " + reply.status() + ": " + reply.text());
        }
        return reply;
    }

    /** Asks and reads the answer to its end, whatever its status. */
    Reply get(String path) throws IOException {
        return exchange("GET", path, "", new byte[0]);
    }

    private Reply exchange(String method, String path, String headers, byte[] body) throws IOException {
        byte[] head = (method + " " + path + " HTTP/1.1\r\nHost: " + service.getAuthority() + "\r\n" + headers + "\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        byte[] request = new byte[head.length + body.length];
        System.arraycopy(head, 0, request, 0, head.length);
        System.arraycopy(body, 0, request, head.length, body.length);
        socket.getOutputStream().write(request);
        String status = line();
        Map<String, String> answered = new TreeMap<>();
        for (String header = line(); !header.isEmpty(); header = line()) {
            int colon = header.indexOf(':');
            answered.put(header.substring(0, colon).toLowerCase(Locale.ROOT), header.substring(colon + 1).strip());
        }
        byte[] answer = answered.containsKey(LENGTH) ? in.readNBytes(Integer.parseInt(answered.get(LENGTH))) : chunks();
        if ("close".equalsIgnoreCase(answered.get("connection"))) {
            socket.close();
            connect();
        }
        return new Reply(Integer.parseInt(status.split(" ")[1]), answered, answer);
    }

    private byte[] chunks() throws IOException {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        int size;
        do {
            size = Integer.parseInt(line(), 16);
            answer.write(in.readNBytes(size));
            line();
        } while (size > 0);
        return answer.toByteArray();
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
