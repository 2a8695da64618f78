package mx.constancia.benchmarks;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The sizes of one run. */
final class Sizes {

    private final Map<String, Long> values = new LinkedHashMap<>();

    /**
     * The sizes that a benchmark has, changed by the command line.
     *
     * @param changed values by option name
     * @throws IllegalArgumentException when the benchmark has no such size, or a value is no number from 1 up
     */
    Sizes(List<Size> known, Map<String, String> changed) {
        known.forEach(size -> values.put(size.name(), size.value()));
        changed.forEach((name, value) -> {
            if (!values.containsKey(name)) {
                throw new IllegalArgumentException("There is no option --" + name + " here. There are: " + known.stream()
                        .map(size -> "--" + size.name() + " " + size.value() + " (" + size.meaning() + ")").collect(Collectors.joining(", ")));
            }
            values.put(name, number(name, value));
        });
    }

    private static long number(String name, String value) {
        if (!value.matches("[1-9][0-9]{0,11}")) {
            throw new IllegalArgumentException("The option --" + name + " takes a whole number from 1 up.");
        }
        return Long.parseLong(value);
    }

    /** A size by its name. */
    long get(String name) {
        Long value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException("no size " + name);
        }
        return value;
    }

    /** A size that is used as a count in memory. */
    int count(String name) {
        return Math.toIntExact(get(name));
    }

    /** All of them, by name. */
    Map<String, Long> all() {
        return Map.copyOf(values);
    }
}
