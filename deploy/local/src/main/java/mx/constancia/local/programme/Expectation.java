package mx.constancia.local.programme;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * What a command must come to: either exactly these events and findings, or a refusal.
 *
 * @param events        logical event types, in order
 * @param findings      codes of the findings, in order
 * @param firstFindings codes that only the first of several commands brings
 * @param refused       the refusal
 */
public record Expectation(
        @Nullable List<String> events, @Nullable List<String> findings, @Nullable List<String> firstFindings,
        @Nullable Refusal refused) {

    /**
     * A refusal.
     *
     * @param status HTTP status
     * @param rules  codes of rules that must be among those that refuse
     */
    public record Refusal(int status, List<String> rules) {

        public Refusal {
            rules = List.copyOf(rules);
        }
    }

    Expectation afterTheFirst() {
        return new Expectation(events, findings, null, refused);
    }

    /** How an answer differs from what was expected; empty when it does not. */
    List<String> differences(Answer answer) {
        List<String> differences = new ArrayList<>();
        if (refused != null) {
            if (answer.status() != refused.status()) {
                differences.add("status " + answer.status() + " instead of " + refused.status());
            }
            if (!answer.rules().containsAll(refused.rules())) {
                differences.add("rules " + answer.rules() + " instead of " + refused.rules());
            }
            return differences;
        }
        if (answer.status() / 100 != 2) {
            return List.of("refused with status " + answer.status() + ": " + answer.detail());
        }
        List<String> codes = new ArrayList<>(Objects.requireNonNullElse(firstFindings, List.of()));
        codes.addAll(Objects.requireNonNullElse(findings, List.of()));
        if (events != null && !answer.events().equals(events)) {
            differences.add("events " + answer.events() + " instead of " + events);
        }
        if (!answer.findings().equals(codes)) {
            differences.add("findings " + answer.findings() + " instead of " + codes);
        }
        return differences;
    }
}
