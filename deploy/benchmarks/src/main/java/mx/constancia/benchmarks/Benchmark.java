package mx.constancia.benchmarks;

import java.util.List;

/**
 * One measurement. Its class name is its name on the command line: {@code AsOfBenchmark} is {@code as-of}. It has a
 * constructor without parameters, and is found by being there.
 */
interface Benchmark {

    /** What its figures show, in a sentence. */
    String shows();

    /** The sizes that the command line may change. */
    List<Size> sizes();

    /**
     * Measures, and puts what it finds into the report.
     *
     * @param stage starts the parts that it asks for, and stops them afterwards
     */
    void measure(Sizes sizes, Stage stage, Report report) throws Exception;
}
