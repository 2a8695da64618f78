package mx.constancia.mechanism.creation;

import java.util.List;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import mx.constancia.decision.Judgement;
import mx.constancia.decision.Rule;
import mx.constancia.decision.Values;
import mx.constancia.events.mechanism.Coverage;
import mx.constancia.vocabulary.TerritorialCoverage;

/**
 * The territorial coverage that a command declares (cobertura territorial; G-29).
 *
 * @param scope          national, state, regional, or municipal or local
 * @param states         two-digit INEGI keys
 * @param municipalities five-digit INEGI keys
 */
public record DeclaredCoverage(TerritorialCoverage scope, @Nullable List<String> states, @Nullable List<String> municipalities) {

    static final Rule INCONSISTENT = Rule.integrity("G29-COVERAGE-INCONSISTENT", "G-29",
            "State coverage names one state, regional coverage two or more, municipal or local coverage a municipality or more, "
                    + "and national coverage none.");
    static final Rule KEY_UNKNOWN = Rule.integrity("G29-KEY-UNKNOWN", "G-29",
            "States have two-digit and municipalities five-digit keys of the INEGI catalogue.");

    /** 32 states. */
    private static final Pattern STATE_KEY = Pattern.compile("0[1-9]|[12]\\d|3[0-2]");

    private static final Pattern MUNICIPALITY_KEY = Pattern.compile("(?:" + STATE_KEY + ")\\d{3}");

    public DeclaredCoverage {
        states = Values.listed(states);
        municipalities = Values.listed(municipalities);
    }

    void judge(Judgement judgement) {
        judgement.require(INCONSISTENT, isConsistent(), "coverage",
                scope + " coverage cannot have " + states.size() + " states and " + municipalities.size() + " municipalities.")
                .require(KEY_UNKNOWN, states.stream().allMatch(key -> STATE_KEY.matcher(key).matches()), "coverage.states",
                        "One of " + states + " is not the key of a state.")
                .require(KEY_UNKNOWN, municipalities.stream().allMatch(key -> MUNICIPALITY_KEY.matcher(key).matches()),
                        "coverage.municipalities", "One of " + municipalities + " is not the key of a municipality.");
    }

    private boolean isConsistent() {
        int named = (int) states.stream().distinct().count();
        return switch (scope) {
            case NATIONAL -> named == 0 && municipalities.isEmpty();
            case STATE -> named == 1 && municipalities.isEmpty();
            case REGIONAL -> named >= 2 && municipalities.isEmpty();
            case MUNICIPAL_OR_LOCAL -> !municipalities.isEmpty();
        };
    }

    Coverage asRecorded() {
        return new Coverage(scope.name(), states, municipalities);
    }
}
