package mx.constancia.command.axon;

/**
 * A state that stands for all events up to a version.
 *
 * @param state   the state
 * @param version the version that it is the state of
 */
record StateSnapshot(Object state, long version) {
}
