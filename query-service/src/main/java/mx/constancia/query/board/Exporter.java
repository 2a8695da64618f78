package mx.constancia.query.board;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.Semaphore;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import mx.constancia.query.http.problem.Problem;
import mx.constancia.query.http.problem.ProblemType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.ShallowEtagHeaderFilter;

import tools.jackson.databind.json.JsonMapper;

/** Sends whole lists as files, a limited number at once. */
@Component
final class Exporter {

    private static final Logger LOG = LoggerFactory.getLogger(Exporter.class);
    private static final int BUFFER = 65_536;

    private final BoardReader reader;
    private final JsonMapper json;
    private final Semaphore running;

    Exporter(BoardReader reader, JsonMapper json, BoardProperties properties) {
        this.reader = reader;
        this.json = json;
        this.running = new Semaphore(properties.exportsAtOnce());
    }

    void send(Export export, Board board, Asked asked, HttpServletRequest request, HttpServletResponse response) throws IOException {
        reader.question(board, asked);
        if (!running.tryAcquire()) {
            throw new Problem(ProblemType.OVERLOADED, ProblemType.OVERLOADED.explanation());
        }
        try {
            ShallowEtagHeaderFilter.disableContentCaching(request);
            Csv.announce(response, export.type(), board.name() + "-" + asked.today() + "." + export.extension());
            if (!HttpMethod.HEAD.matches(request.getMethod())) {
                OutputStream out = new BufferedOutputStream(response.getOutputStream(), BUFFER);
                export.write(board, asked, reader, json, out);
                out.flush();
            }
        } catch (RuntimeException e) {
            if (!response.isCommitted()) {
                response.reset();
                throw e;
            }
            LOG.warn("outcome=export-broken-off board={} reason={}", board.name(), e.getClass().getSimpleName());
            // Not handled further, so that the server breaks the connection: an orderly end would say that this was all.
            throw new IOException("The list could not be read any further");
        } finally {
            running.release();
        }
    }
}
