package mx.constancia.auditor.cli;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;

import mx.constancia.history.Moment;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** How much of a log was known, in one word. */
final class MomentConverter implements ITypeConverter<Moment.Known> {

    static final String FORMS = "now, version:N, position:N, an instant (2026-03-01T18:00:00Z) or a day of recording (2026-03-01)";

    @Override
    public Moment.Known convert(String text) {
        try {
            return text.equals("now") ? new Moment.Known.Everything()
                    : text.startsWith("version:") ? new Moment.Known.ToVersion(Long.parseLong(text.substring("version:".length())))
                    : text.startsWith("position:") ? new Moment.Known.ToPosition(Long.parseLong(text.substring("position:".length())))
                    : text.contains("T") ? new Moment.Known.ToInstant(Instant.parse(text))
                    : new Moment.Known.ToEndOf(LocalDate.parse(text));
        } catch (DateTimeException | NumberFormatException e) {
            throw new TypeConversionException("'" + text + "' is none of: " + FORMS);
        }
    }
}
