package mx.constancia.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Sends files of commands and reads the answers while it sends. The JDK's client reads only afterwards, as of HTTP/1.1. */
final class ImportClient {

    private static final JsonMapper JSON = new JsonMapper();

    private ImportClient() {
    }

    /**
     * Sends a file to its end.
     *
     * @return the summary that the service ends with
     * @throws IOException when the service does not answer with lines, or breaks off
     */
    static JsonNode send(URI service, String token, String key, Path file) throws IOException, InterruptedException {
        try (Socket socket = new Socket(service.getHost(), service.getPort())) {
            // HTTP/1.0: the answer ends with the connection and comes without chunks.
            socket.getOutputStream().write(("POST /imports HTTP/1.0\r\nHost: " + service.getAuthority() + "\r\nAuthorization: Bearer " + token
                    + "\r\nIdempotency-Key: " + key + "\r\nContent-Type: application/x-ndjson\r\nContent-Length: " + Files.size(file)
                    + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
            Thread sender = Thread.ofVirtual().start(() -> copy(file, socket));
            String last = "";
            try (BufferedReader answer = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))) {
                String status = answer.readLine();
                for (String line = answer.readLine(); line != null; line = answer.readLine()) {
                    last = line;
                }
                if (status == null || !status.contains(" 200") || !last.startsWith("{\"summary\"")) {
                    throw new IOException(status + " " + last);
                }
            }
            sender.join();
            return JSON.readTree(last).get("summary");
        }
    }

    private static void copy(Path file, Socket to) {
        try {
            Files.copy(file, to.getOutputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
