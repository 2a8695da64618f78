package mx.constancia.benchmarks.rivals;

import java.time.Instant;

/**
 * An entry of a timeline.
 *
 * @param recordedAt when it was recorded
 * @param actor      who recorded it
 * @param legalBasis the article
 * @param member     who was appointed
 */
public record Change(Instant recordedAt, String actor, String legalBasis, Member member) {
}
