package mx.constancia.command.http;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import org.springframework.http.HttpHeaders;

import mx.constancia.command.http.problem.Problem;
import mx.constancia.command.http.problem.ProblemException;
import mx.constancia.command.http.problem.ProblemType;
import mx.constancia.command.http.problem.Problems;

/** Bounds how many commands are under way at once, and with them the memory that bodies take: virtual threads do not. */
public final class CommandGate {

    private final Semaphore places;
    private final Duration maxWait;

    /**
     * @param places  who may be inside at once
     * @param maxWait how long another waits
     */
    public CommandGate(int places, Duration maxWait) {
        this.places = new Semaphore(places, true);
        this.maxWait = maxWait;
    }

    /** A place among the commands under way. */
    public interface Place extends AutoCloseable {

        @Override
        void close();
    }

    /**
     * Waits for a place, briefly.
     *
     * @throws ProblemException when none is free in time
     */
    public Place enter() {
        try {
            if (places.tryAcquire(maxWait.toMillis(), TimeUnit.MILLISECONDS)) {
                return places::release;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw Problem.of(ProblemType.OVERLOADED, ProblemType.OVERLOADED.explanation())
                .withHeader(HttpHeaders.RETRY_AFTER, Problems.RETRY_AFTER_SECONDS)
                .toException();
    }
}
