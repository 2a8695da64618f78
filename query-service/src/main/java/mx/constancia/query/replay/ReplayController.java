package mx.constancia.query.replay;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;

import com.mongodb.MongoException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import mx.constancia.query.http.Caching;
import mx.constancia.query.http.Page;
import mx.constancia.query.http.Reader;
import mx.constancia.query.http.problem.Problem;
import mx.constancia.query.http.problem.ProblemType;
import mx.constancia.query.log.LogReader;
import mx.constancia.query.log.VisibleHead;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.util.MimeTypeUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.filter.ShallowEtagHeaderFilter;

/** The log itself, for auditors: as lines up to the visible head, or page by page. */
@RestController
class ReplayController {

    private static final Logger LOG = LoggerFactory.getLogger(ReplayController.class);
    private static final String HEAD = "Constancia-Visible-Head";
    private static final int BUFFER = 65_536;

    private final LogReader log;
    private final VisibleHead head;
    private final int pageScan;
    private final Semaphore running;

    ReplayController(LogReader log, VisibleHead head, ReplayProperties properties) {
        this.log = log;
        this.head = head;
        this.pageScan = properties.pageScan();
        this.running = new Semaphore(properties.atOnce());
    }

    /**
     * The log itself: as lines up to the visible head, or as a page whose {@code next} is the next request's {@code after}. A
     * page may be empty and have a next one.
     *
     * @param from  first position
     * @param after the position before the first
     * @param to    last position
     * @param limit events in a page
     */
    @GetMapping(path = "/events", produces = {MediaType.APPLICATION_JSON_VALUE, MediaType.APPLICATION_NDJSON_VALUE})
    @Nullable Page<EventLine> events(
            @RequestParam @Nullable Long from,
            @RequestParam @Nullable Long after,
            @RequestParam @Nullable Long to,
            EventFilter filter,
            @RequestParam(defaultValue = "50") int limit,
            @RequestHeader(name = HttpHeaders.ACCEPT, defaultValue = MediaType.ALL_VALUE) String accept,
            @Nullable Authentication authentication, HttpServletRequest request, HttpServletResponse response) throws IOException {
        int most = Page.limit(limit);
        long visible = head.refresh();
        Replay replay = Replay.of(from, after, to, filter, visible);
        response.setHeader(HEAD, Long.toString(visible));
        if (!running.tryAcquire()) {
            throw new Problem(ProblemType.OVERLOADED, ProblemType.OVERLOADED.explanation());
        }
        try {
            if (!asLines(accept)) {
                Page<EventLine> page = page(replay, most, Reader.of(authentication));
                if (page.next() != null && authentication == null) {
                    response.setHeader(HttpHeaders.CACHE_CONTROL, Caching.PAST.getHeaderValue());
                }
                return page;
            }
            ShallowEtagHeaderFilter.disableContentCaching(request);
            response.setContentType(MediaType.APPLICATION_NDJSON_VALUE);
            if (!HttpMethod.HEAD.matches(request.getMethod())) {
                lines(replay, Reader.of(authentication), response);
            }
            return null;
        } catch (LogNotThereException e) {
            throw new Problem(ProblemType.VIEWS_UNAVAILABLE, ProblemType.VIEWS_UNAVAILABLE.explanation());
        } finally {
            running.release();
        }
    }

    private Page<EventLine> page(Replay replay, int limit, Reader reader) {
        List<EventLine> found = new ArrayList<>();
        long done = replay.run(log, pageScan, entry -> {
            found.add(entry.line(reader));
            return found.size() < limit;
        });
        return new Page<>(found, done < replay.last() ? Long.toString(done) : null);
    }

    private void lines(Replay replay, Reader reader, HttpServletResponse response) throws IOException {
        OutputStream out = new BufferedOutputStream(response.getOutputStream(), BUFFER);
        try {
            replay.run(log, Long.MAX_VALUE, entry -> {
                out.write(entry.json(reader));
                out.write('\n');
                return true;
            });
        } catch (MongoException | LogNotThereException e) {
            if (!response.isCommitted()) {
                throw e;
            }
            LOG.warn("outcome=replay-broken-off reason={}", e.getClass().getSimpleName());
            // Not handled further, so that the server breaks the connection: an orderly end would say that this was all.
            throw new IOException("The log could not be read any further");
        }
        out.flush();
    }

    private static boolean asLines(String accept) {
        List<MediaType> wanted = new ArrayList<>(MediaType.parseMediaTypes(accept));
        MimeTypeUtils.sortBySpecificity(wanted);
        for (MediaType type : wanted) {
            if (type.includes(MediaType.APPLICATION_JSON)) {
                return false;
            }
            if (type.includes(MediaType.APPLICATION_NDJSON)) {
                return true;
            }
        }
        return false;
    }
}
