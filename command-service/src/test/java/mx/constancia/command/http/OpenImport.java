package mx.constancia.command.http;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An import of which a test sends and reads as much as it wants, when it wants. HTTP/1.0: neither side sends chunks. */
final class OpenImport implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int SMALL_BUFFER = 4096;

    private final Socket socket = new Socket();
    private final OutputStream out;
    private final BufferedReader in;

    /** @param length bytes that are announced; the test may send fewer */
    OpenImport(URI service, String token, String key, int length) throws IOException {
        socket.setReceiveBufferSize(SMALL_BUFFER);
        socket.connect(new InetSocketAddress(service.getHost(), service.getPort()));
        socket.setSoTimeout(60_000);
        out = socket.getOutputStream();
        in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        send("POST /imports HTTP/1.0\r\nHost: localhost\r\nAuthorization: Bearer " + token + "\r\nIdempotency-Key: " + key
                + "\r\nContent-Type: application/x-ndjson\r\nContent-Length: " + length + "\r\n\r\n");
    }

    void send(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    /** Reads past the head of the answer. */
    void awaitHead() throws IOException {
        String line = in.readLine();
        while (!line.isEmpty()) {
            line = in.readLine();
        }
    }

    JsonNode next() throws IOException {
        return JSON.readTree(in.readLine());
    }

    /** Breaks off without a word. */
    @Override
    public void close() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }
}
