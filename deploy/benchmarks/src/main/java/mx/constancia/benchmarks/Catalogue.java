package mx.constancia.benchmarks;

import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;

/** The benchmarks that there are, by name. */
final class Catalogue {

    private static final String SUFFIX = "Benchmark";

    private Catalogue() {
    }

    /** All of them, found on the class path. */
    static SortedMap<String, Benchmark> all() throws ReflectiveOperationException {
        ClassPathScanningCandidateComponentProvider scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AssignableTypeFilter(Benchmark.class));
        SortedMap<String, Benchmark> found = new TreeMap<>();
        for (BeanDefinition definition : scanner.findCandidateComponents(Catalogue.class.getPackageName())) {
            Class<? extends Benchmark> type = Class.forName(definition.getBeanClassName()).asSubclass(Benchmark.class);
            found.put(nameOf(type), type.getDeclaredConstructor().newInstance());
        }
        return found;
    }

    /** {@code as-of} for {@code AsOfBenchmark}. */
    static String nameOf(Class<? extends Benchmark> type) {
        String name = type.getSimpleName();
        if (!name.endsWith(SUFFIX)) {
            throw new IllegalArgumentException(name + " does not end in " + SUFFIX);
        }
        return name.substring(0, name.length() - SUFFIX.length()).replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }
}
