package mx.constancia.command.http.imports;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

import org.jspecify.annotations.Nullable;

/** Tells the threads of an import that it ends before its last line, and why; the first reason stands. */
final class Halt {

    /** Why. */
    enum Reason { REFUSED, FAILED, BROKEN_OFF }

    private final AtomicReference<@Nullable Reason> reason = new AtomicReference<>();

    void because(Reason why) {
        reason.compareAndSet(null, why);
    }

    boolean isCalled() {
        return reason.get() != null;
    }

    Optional<Reason> reason() {
        return Optional.ofNullable(reason.get());
    }
}
