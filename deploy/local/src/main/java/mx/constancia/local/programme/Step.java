package mx.constancia.local.programme;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * One command of a programme, or the same command for several subjects.
 *
 * @param as      demo user who issues it
 * @param post    address below the command service, such as {@code mechanisms/ctc/open-call}
 * @param body    the request's body
 * @param forEach fields that differ from one command to the next; empty for a single command
 * @param expect  what each of them must come to
 */
public record Step(
        String as, String post, Map<String, Object> body, @Nullable List<Map<String, Object>> forEach, @Nullable Expectation expect) {

    /** The bodies to send, in order. */
    List<Map<String, Object>> bodies() {
        if (forEach == null || forEach.isEmpty()) {
            return List.of(body);
        }
        return forEach.stream().map(this::with).toList();
    }

    private Map<String, Object> with(Map<String, Object> differing) {
        Map<String, Object> merged = new LinkedHashMap<>(body);
        merged.putAll(differing);
        return merged;
    }

    /** What the command with this index must come to. */
    Expectation expectation(int index) {
        Expectation all = expect == null ? new Expectation(null, null, null, null) : expect;
        return index == 0 ? all : all.afterTheFirst();
    }
}
