package mx.constancia.query.board;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import com.mongodb.client.model.Filters;

import mx.constancia.events.EventTypes;

import org.bson.conversions.Bson;

/**
 * What restricts a list.
 *
 * @param parameters the parameters that it reads
 * @param condition  the condition on documents; empty when the request does not use the filter
 */
public record Filter(List<Parameter> parameters, Function<Asked, Optional<Bson>> condition) {

    /** What one parameter says, by its own condition. */
    public static Filter of(Parameter parameter, Function<Asked, Optional<Bson>> condition) {
        return new Filter(List.of(parameter), condition);
    }

    /** A field that equals the text, or a list that contains it. */
    public static Filter text(String name, String field, String description) {
        return of(new Parameter(name, Form.TEXT, description), asked -> asked.text(name).map(text -> Filters.eq(field, text)));
    }

    /** A field that equals the code, or a list that contains it. */
    public static <E extends Enum<E>> Filter code(String name, String field, Class<E> type, String description) {
        List<String> codes = Arrays.stream(type.getEnumConstants()).map(Enum::name).toList();
        return of(new Parameter(name, Form.CODE, description, codes), asked -> asked.code(name, codes).map(code -> Filters.eq(field, code)));
    }

    /** The type of the event. */
    public static Filter eventType(String name, String field) {
        List<String> types = EventTypes.all().stream().map(EventTypes::nameOf).toList();
        return of(new Parameter(name, Form.CODE, "logical name of the event's type", types),
                asked -> asked.code(name, types).map(type -> Filters.eq(field, type)));
    }

    /** A field that is true or false. */
    public static Filter flag(String name, String field, String description) {
        return of(new Parameter(name, Form.FLAG, description), asked -> asked.flag(name).map(flag -> Filters.eq(field, flag)));
    }

    /** A period of legal dates, both ends included: parameters {@code nameFrom} and {@code nameTo}. */
    public static Filter dates(String name, String field, String description) {
        return period(name, Form.DATE, description, asked -> Period.of(name, asked.date(name + "From"), asked.date(name + "To"))
                .condition(field, LocalDate::toString));
    }

    /** A period of instants, both ends included: parameters {@code nameFrom} and {@code nameTo}. */
    public static Filter instants(String name, String field, String description) {
        return period(name, Form.INSTANT, description, asked -> Period.of(name, asked.instant(name + "From"), asked.instant(name + "To"))
                .condition(field, (Instant instant) -> Date.from(instant)));
    }

    private static Filter period(String name, Form form, String description, Function<Asked, Optional<Bson>> condition) {
        return new Filter(List.of(new Parameter(name + "From", form, "first " + description),
                new Parameter(name + "To", form, "last " + description)), condition);
    }

    /** What is asked for between two moments. */
    private record Period<T>(Optional<T> from, Optional<T> to) {

        static <T extends Comparable<? super T>> Period<T> of(String name, Optional<T> from, Optional<T> to) {
            if (from.isPresent() && to.isPresent() && from.get().compareTo(to.get()) > 0) {
                throw Asked.refused(name + "From", "a moment that is not after " + name + "To");
            }
            return new Period<>(from, to);
        }

        Optional<Bson> condition(String field, Function<T, Object> stored) {
            Optional<Bson> first = from.map(moment -> Filters.gte(field, stored.apply(moment)));
            Optional<Bson> last = to.map(moment -> Filters.lte(field, stored.apply(moment)));
            return first.isPresent() && last.isPresent() ? Optional.of(Filters.and(first.get(), last.get())) : first.or(() -> last);
        }
    }
}
