package mx.constancia.decision;

import org.jspecify.annotations.Nullable;

/**
 * A rule that rejects a command.
 *
 * @param rule   the rule
 * @param field  JSON path of the field concerned, such as {@code content.purpose}; absent when it is about the whole
 * @param detail one English sentence that says what is wrong here
 */
public record Violation(Rule rule, @Nullable String field, String detail) {
}
