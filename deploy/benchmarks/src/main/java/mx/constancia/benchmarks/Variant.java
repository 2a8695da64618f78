package mx.constancia.benchmarks;

/**
 * One way to do the work that is compared.
 *
 * @param name  what it is, as a row of the table says it
 * @param round does the work once
 */
record Variant(String name, Round round) {

    /** One round. */
    @FunctionalInterface
    interface Round {

        /** Does the work and says how it went. */
        Sample run() throws Exception;
    }
}
