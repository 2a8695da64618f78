package mx.constancia.benchmarks;

/**
 * A number that says how much is measured.
 *
 * @param name    name of the option, without dashes
 * @param value   its value, unless the command line says otherwise
 * @param meaning what it counts, with its unit
 */
record Size(String name, long value, String meaning) {

    /** Counted rounds; one more before them is not counted. */
    static Size rounds(long value) {
        return new Size("rounds", value, "rounds that count; one more comes first and does not");
    }
}
