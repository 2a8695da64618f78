package mx.constancia.decision;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import mx.constancia.events.DomainEvent;
import mx.constancia.events.Finding;
import mx.constancia.vocabulary.RecordMode;

/** Collects what the rules say of one command, and turns it into a {@link Decision}. All breaches are told, not only the first. */
public final class Judgement {

    private final Context context;
    private final List<Violation> violations = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();

    Judgement(Context context) {
        this.context = context;
    }

    /**
     * Applies a rule.
     *
     * @param rule   the rule
     * @param holds  whether it is kept
     * @param field  JSON path of the field concerned, or null
     * @param detail one English sentence that says what is wrong here, used when it is not kept
     */
    public Judgement require(Rule rule, boolean holds, @Nullable String field, String detail) {
        return require(rule, holds, field, () -> detail);
    }

    /** The same, for a detail that costs something to say. */
    public Judgement require(Rule rule, boolean holds, @Nullable String field, Supplier<String> inWords) {
        if (holds || !context.rulebook().binds(rule)) {
            return this;
        }
        String detail = inWords.get();
        switch (rule.strength()) {
            case H1 -> violations.add(new Violation(rule, field, detail));
            case H2 -> {
                if (context.recordMode() == RecordMode.LIVE) {
                    violations.add(new Violation(rule, field, detail));
                } else {
                    note(rule, detail);
                }
            }
            case M -> note(rule, detail);
        }
        return this;
    }

    private void note(Rule rule, String detail) {
        findings.add(new Finding(rule.code(), rule.article(), detail));
    }

    /** The decision to record these events, unless a rule rejected the command. */
    public Decision record(DomainEvent... events) {
        return record(List.of(events));
    }

    /** See {@link #record(DomainEvent...)}. */
    public Decision record(List<? extends DomainEvent> events) {
        return violations.isEmpty() ? new Decision.Accepted(List.copyOf(events), findings) : refuse();
    }

    /** A decision on the same command, together with what was judged here. */
    public Decision with(Decision decision) {
        return switch (decision) {
            case Decision.Refused refused -> new Decision.Refused(joined(violations, refused.violations()));
            case Decision.Accepted accepted -> violations.isEmpty()
                    ? new Decision.Accepted(accepted.events(), joined(findings, accepted.findings()))
                    : refuse();
        };
    }

    private static <T> List<T> joined(List<T> first, List<T> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }

    /** The refusal, for when the events cannot even be formed; at least one rule has rejected. */
    public Decision refuse() {
        return new Decision.Refused(violations);
    }
}
