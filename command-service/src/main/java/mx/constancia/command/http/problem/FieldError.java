package mx.constancia.command.http.problem;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong with a command.
 *
 * @param field   JSON path of the field, such as {@code content.purpose}; absent when it is about the whole
 * @param rule    code of the rule that rejects
 * @param article the article that the rule or vocabulary rests on
 * @param detail  one English sentence that says what is wrong here
 * @param statement the rule as one English sentence
 * @param allowed the codes or names that would do
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record FieldError(
        @Nullable String field,
        @Nullable String rule,
        @Nullable String article,
        String detail,
        @Nullable String statement,
        List<String> allowed) {

    /** An error of form: no rule of law is concerned. */
    public static FieldError of(String field, String detail) {
        return new FieldError(field, null, null, detail, null, List.of());
    }

    /** An error of form, with what would do instead. */
    public static FieldError of(String field, String detail, List<String> allowed) {
        return new FieldError(field, null, null, detail, null, allowed);
    }
}
