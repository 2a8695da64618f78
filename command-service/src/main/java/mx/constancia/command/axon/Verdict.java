package mx.constancia.command.axon;

import java.util.Map;

import mx.constancia.decision.Outcome;

/**
 * What came of one attempt at a command that recorded nothing.
 *
 * @param outcome the answer, if what it rests on is current
 * @param basis   the version of each stream that was read; 0 for one that does not exist
 */
record Verdict(Outcome outcome, Map<String, Long> basis) {
}
