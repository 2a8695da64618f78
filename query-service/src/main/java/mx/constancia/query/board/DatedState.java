package mx.constancia.query.board;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

import mx.constancia.query.http.Coded;
import mx.constancia.vocabulary.Term;

import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * A state that follows from the dates in a document and a legal date: today, or that of the parameter {@code on}.
 *
 * @param type      its vocabulary
 * @param of        the state of a document on a date
 * @param condition the condition on documents that are in a state on a date; it says what {@code of} says
 */
public record DatedState<E extends Enum<E> & Term>(Class<E> type, BiFunction<Document, LocalDate, E> of, BiFunction<E, LocalDate, Bson> condition) {

    private static final String ON = "on";
    private static final String STATE = "state";

    /** What restricts a list to a state on a date. */
    public Filter filter() {
        List<String> codes = Arrays.stream(type.getEnumConstants()).map(Enum::name).toList();
        return new Filter(List.of(new Parameter(ON, Form.DATE, "legal date of the state; today when absent"),
                new Parameter(STATE, Form.CODE, "state on that date", codes)), this::wanted);
    }

    /** Shows the state. */
    public Column column() {
        return new Column(STATE, Form.CODE, "state on the date asked for", (document, asked) -> {
            E state = of.apply(document, date(asked));
            return new Coded(state.name(), state.es());
        });
    }

    private Optional<Bson> wanted(Asked asked) {
        return asked.code(STATE, type).map(state -> condition.apply(state, date(asked)));
    }

    private static LocalDate date(Asked asked) {
        return asked.date(ON).orElse(asked.today());
    }

    /** A date as documents hold it; such texts are in the order of their dates. */
    public static @Nullable String text(@Nullable LocalDate date) {
        return date == null ? null : date.toString();
    }

    /** Whether a date in a document is there and not after another one. */
    public static boolean isUpTo(@Nullable String date, LocalDate other) {
        return date != null && date.compareTo(other.toString()) <= 0;
    }
}
