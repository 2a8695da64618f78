package mx.constancia.command.axon;

import java.time.ZoneId;

import mx.constancia.vocabulary.Jurisdiction;

/**
 * Whose facts an aggregate's are.
 *
 * @param agencyId     the responsible agency
 * @param zone         zone of the legal dates
 * @param jurisdiction the order of government, which chooses the rulebook
 */
record Responsibility(String agencyId, ZoneId zone, Jurisdiction jurisdiction) {
}
