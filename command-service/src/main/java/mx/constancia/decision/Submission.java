package mx.constancia.decision;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

import mx.constancia.events.Actor;
import mx.constancia.events.Evidence;
import mx.constancia.events.LegalBasis;
import mx.constancia.events.Source;
import mx.constancia.vocabulary.RecordMode;

/**
 * A command with everything that comes with it.
 *
 * @param commandId       unique id of this submission; the causation id of its events
 * @param type            the command's entry in the catalogue
 * @param command         the command
 * @param aggregateId     the aggregate's id
 * @param occurredOn      legal date of the fact
 * @param recordMode      LIVE or HISTORICAL
 * @param actor           who asks; its role is one that may issue the command
 * @param onBehalfOf      for whom the actor acts
 * @param legalBasis      norms that the act cites
 * @param evidence        supporting documents
 * @param source          origin of the knowledge
 * @param correctsEventId the event that this one corrects
 * @param expectedVersion version that the caller has seen; absent for "any" and for creating commands
 * @param idempotencyKey  the caller's key, unique within the actor's account
 * @param fingerprint     SHA-256 of the request (address and body), hexadecimal
 * @param correlationId   groups everything that one request caused
 */
public record Submission(
        String commandId,
        CommandType type,
        Command<?> command,
        String aggregateId,
        LocalDate occurredOn,
        RecordMode recordMode,
        Actor actor,
        @Nullable String onBehalfOf,
        List<LegalBasis> legalBasis,
        List<Evidence> evidence,
        @Nullable Source source,
        @Nullable String correctsEventId,
        @Nullable Long expectedVersion,
        String idempotencyKey,
        String fingerprint,
        String correlationId) {

    /** The stream that the command is about. */
    public String streamId() {
        return type.aggregate().streamId(aggregateId);
    }
}
