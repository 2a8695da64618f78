package mx.constancia.auditor.cli;

import java.time.Instant;
import java.time.LocalDate;

import mx.constancia.history.Moment;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** The moment of a history: what was known, of what had happened. Nothing of this is now. */
final class MomentOptions {

    @ArgGroup
    private @Nullable Clock clock;

    @Option(names = "--happened-by", paramLabel = "DATE", description = "Only what had happened by this day (fecha del hecho).")
    private @Nullable LocalDate happenedBy;

    /** One clock of the log at most. */
    static final class Clock {

        @Option(names = "--as-of", paramLabel = "INSTANT", description = "What was recorded until this instant, such as 2026-03-01T18:00:00Z.")
        private @Nullable Instant asOf;

        @Option(names = "--at-version", paramLabel = "N", description = "So many events of the stream.")
        private @Nullable Long atVersion;

        @Option(names = "--at-position", paramLabel = "N", description = "What was recorded up to this position of the log.")
        private @Nullable Long atPosition;

        @Option(names = "--known-by", paramLabel = "DATE", description = "What was recorded until the end of this day (fecha de registro).")
        private @Nullable LocalDate knownBy;

        Moment.Known known() {
            return asOf != null ? new Moment.Known.ToInstant(asOf)
                    : atVersion != null ? new Moment.Known.ToVersion(atVersion)
                    : atPosition != null ? new Moment.Known.ToPosition(atPosition)
                    : knownBy != null ? new Moment.Known.ToEndOf(knownBy) : new Moment.Known.Everything();
        }
    }

    Moment moment() {
        return new Moment(clock == null ? new Moment.Known.Everything() : clock.known(), happenedBy);
    }
}
