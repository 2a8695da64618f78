package mx.constancia.command.http;

import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.servlet.http.HttpServletRequest;
import org.slf4j.MDC;

/**
 * The id that groups everything that one request causes: what the caller gives in {@code X-Correlation-Id}, else the trace
 * id of its {@code traceparent} (W3C Trace Context, section 3.2), else a new one. What has no valid form is not taken over.
 */
public final class Correlation {

    static final String HEADER = "X-Correlation-Id";
    static final String MDC_KEY = "correlation";

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._:-]{1,64}");
    private static final Pattern TRACE_PARENT = Pattern.compile("[0-9a-f]{2}-(?!0{32})([0-9a-f]{32})-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");

    private Correlation() {
    }

    /** The id of a request. */
    static String of(HttpServletRequest request) {
        String given = request.getHeader(HEADER);
        if (given != null && ID.matcher(given).matches()) {
            return given;
        }
        String parent = request.getHeader("traceparent");
        if (parent != null) {
            Matcher trace = TRACE_PARENT.matcher(parent);
            if (trace.matches()) {
                return trace.group(1);
            }
        }
        return UUID.randomUUID().toString();
    }

    /** The id of the request that this thread serves. */
    public static String current() {
        return MDC.get(MDC_KEY);
    }
}
