package mx.constancia.command.http.imports;

import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

import mx.constancia.command.http.Caller;
import mx.constancia.command.http.CommandDirectory;
import mx.constancia.command.http.CommandGate;
import mx.constancia.command.http.Correlation;
import mx.constancia.command.http.HttpProperties;
import mx.constancia.command.http.IdempotencyKey;
import mx.constancia.command.http.problem.Problem;
import mx.constancia.command.http.problem.ProblemException;
import mx.constancia.command.http.problem.ProblemType;
import mx.constancia.decision.RunDispatcher;

/**
 * Takes many commands: {@code POST /imports}, a line of NDJSON for each. It answers a line for each, in their order and while they
 * still come, and at the end one with the sums. A client must read while it sends.
 */
@RestController
class ImportController {

    private static final Logger LOG = LoggerFactory.getLogger(ImportController.class);
    private static final String DRY_RUN = "dryRun";
    private static final String STOP_ON_REFUSAL = "stopOnRefusal";
    private static final List<String> FLAGS = List.of(DRY_RUN, STOP_ON_REFUSAL);
    private static final MediaType LINES = MediaType.APPLICATION_NDJSON;
    /** What a line has around its command's body. */
    private static final int AROUND_THE_BODY = 1024;

    private final CommandDirectory directory;
    private final RunDispatcher dispatcher;
    private final ImportProperties properties;
    private final CommandGate gate;
    private final ImportMeter meter;
    private final int longestLine;

    ImportController(CommandDirectory directory, RunDispatcher dispatcher, ImportProperties properties, HttpProperties http,
            MeterRegistry registry) {
        this.directory = directory;
        this.dispatcher = dispatcher;
        this.properties = properties;
        this.gate = new CommandGate(properties.maxConcurrent(), properties.maxWait());
        this.meter = new ImportMeter(registry);
        this.longestLine = Math.toIntExact(http.maxBody().toBytes()) + AROUND_THE_BODY;
    }

    @PostMapping(Line.IMPORTS)
    void importLines(HttpServletRequest request, HttpServletResponse response, JwtAuthenticationToken authentication)
            throws IOException, InterruptedException {
        requireLines(request);
        requireKnown(request.getParameterMap().keySet());
        boolean dryRun = flag(request, DRY_RUN);
        boolean stopOnRefusal = flag(request, STOP_ON_REFUSAL);
        List<String> keys = Collections.list(request.getHeaders(IdempotencyKey.HEADER));
        // What is only rehearsed needs no key; with that of an import it tells what of it is known.
        String importId = dryRun && keys.isEmpty() ? UUID.randomUUID().toString() : IdempotencyKey.read(keys);
        LineParser parser = new LineParser(directory, Caller.of(authentication), importId, Correlation.current(), longestLine);
        try (CommandGate.Place place = gate.enter(); ImportMeter.Running running = meter.began()) {
            response.setContentType(LINES.toString());
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
            run(request, response, parser, dryRun, stopOnRefusal);
        }
    }

    private void run(HttpServletRequest request, HttpServletResponse response, LineParser parser, boolean dryRun, boolean stopOnRefusal)
            throws IOException, InterruptedException {
        long startedNanos = System.nanoTime();
        LOG.info("event=import-began dryRun={} stopOnRefusal={} correlation={}", dryRun, stopOnRefusal, Correlation.current());
        Halt halt = new Halt();
        Tally tally = new Tally();
        Window window = new Window(properties.windowLines(), Math.toIntExact(properties.windowBytes().toBytes()));
        Answers answers = new Answers(response.getOutputStream(), window, tally, halt, meter, properties.progressEvery());
        new Import(new LineReader(request.getInputStream(), longestLine), parser, window, work(halt, dryRun, stopOnRefusal), answers, tally,
                halt).run();
        answers.end(summary(tally, halt, dryRun));
        LOG.info("event=import-ended dryRun={} complete={} {} position={} ms={} correlation={}", dryRun, !halt.isCalled(), tally.counts(),
                tally.lastPosition(), TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - startedNanos), Correlation.current());
    }

    private Work work(Halt halt, boolean dryRun, boolean stopOnRefusal) {
        if (dryRun) {
            return new DryRun(dispatcher, halt, stopOnRefusal);
        }
        return stopOnRefusal
                ? new LineByLine(dispatcher, halt)
                : new StreamsAtOnce(dispatcher, halt, properties.streamsAtOnce(), properties.maxRun());
    }

    private static Map<String, Object> summary(Tally tally, Halt halt, boolean dryRun) {
        Map<String, Object> summary = new LinkedHashMap<>();
        summary.put("complete", !halt.isCalled());
        summary.put("dryRun", dryRun);
        summary.putAll(tally.counts());
        if (tally.lastPosition() >= 0) {
            summary.put("position", tally.lastPosition());
        }
        return summary;
    }

    /** A dry run that is misspelt must not record. */
    private static void requireKnown(Set<String> parameters) {
        if (!FLAGS.containsAll(parameters)) {
            throw malformed("There is a parameter that an import does not have; it has " + String.join(" and ", FLAGS) + ".");
        }
    }

    private static boolean flag(HttpServletRequest request, String name) {
        String value = request.getParameter(name);
        if (value != null && !"true".equals(value) && !"false".equals(value)) {
            throw malformed("The parameter " + name + " is true or false.");
        }
        return "true".equals(value);
    }

    private static ProblemException malformed(String detail) {
        return Problem.of(ProblemType.MALFORMED_REQUEST, detail).toException();
    }

    private static void requireLines(HttpServletRequest request) {
        if (!isLines(request.getContentType()) || request.getHeader(HttpHeaders.CONTENT_ENCODING) != null) {
            throw Problem.of(ProblemType.UNSUPPORTED_MEDIA_TYPE, "An import is sent as " + LINES + ", in UTF-8 and without content coding.")
                    .withHeader("Accept-Post", LINES.toString())
                    .toException();
        }
    }

    private static boolean isLines(@Nullable String contentType) {
        try {
            MediaType type = MediaType.parseMediaType(contentType == null ? "" : contentType);
            return type.equalsTypeAndSubtype(LINES) && (type.getCharset() == null || "UTF-8".equals(type.getCharset().name()));
        } catch (InvalidMediaTypeException e) {
            return false;
        }
    }
}
