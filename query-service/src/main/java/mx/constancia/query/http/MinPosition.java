package mx.constancia.query.http;

import java.time.Duration;
import java.util.concurrent.Semaphore;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import mx.constancia.query.http.problem.Problem;
import mx.constancia.query.http.problem.ProblemType;
import mx.constancia.query.log.VisibleHead;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Reading one's own writes: a request that names the position of a command's answer waits, briefly, until everything up to
 * it can be read.
 */
@Component
class MinPosition implements HandlerInterceptor {

    static final String PARAMETER = "min-position";

    private static final String HEADER = "Constancia-Min-Position";

    private final VisibleHead head;
    private final Duration wait;
    private final Semaphore waiters;

    MinPosition(VisibleHead head, HttpProperties properties) {
        this.head = head;
        this.wait = properties.minPositionWait();
        this.waiters = new Semaphore(properties.minPositionWaiters());
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) throws InterruptedException {
        String asked = asked(request);
        if (asked != null) {
            await(parse(asked));
        }
        return true;
    }

    private void await(long position) throws InterruptedException {
        if (position <= head.current()) {
            return;
        }
        if (!waiters.tryAcquire()) {
            throw new Problem(ProblemType.OVERLOADED, ProblemType.OVERLOADED.explanation());
        }
        try {
            if (!head.await(position, wait)) {
                throw new Problem(ProblemType.NOT_VISIBLE_YET, "Position " + position + " was not visible within " + wait.toMillis() + " ms.")
                        .with("visibleHead", head.current());
            }
        } finally {
            waiters.release();
        }
    }

    private static @Nullable String asked(HttpServletRequest request) {
        String parameter = request.getParameter(PARAMETER);
        return parameter == null ? request.getHeader(HEADER) : parameter;
    }

    private static long parse(String asked) {
        try {
            long position = Long.parseLong(asked);
            if (position >= 0) {
                return position;
            }
        } catch (NumberFormatException e) {
            // Answered below: it is not a position.
        }
        throw new Problem(ProblemType.INVALID_PARAMETER, "The parameter min-position takes a position: 0, 1, 2 and so on.")
                .with("parameter", PARAMETER);
    }
}
