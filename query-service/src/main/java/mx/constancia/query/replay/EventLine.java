package mx.constancia.query.replay;

import java.time.LocalDate;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonRawValue;

import org.jspecify.annotations.Nullable;

/**
 * One event of the log, with the texts as they were recorded: proofs are made over them.
 *
 * @param position       place in the whole log
 * @param receipt        where its receipt (constancia de inclusión) is, once the ledger has published it
 * @param stream         name of the stream
 * @param version        place in the stream
 * @param eventId        the event's id
 * @param type           logical type name
 * @param occurredOn     the legal date (fecha del hecho)
 * @param recordedAt     when it was recorded (fecha de registro), RFC 3339
 * @param envelope       what surrounds the fact, JSON
 * @param data           the public part, JSON
 * @param restrictedPart whether there is a restricted part, and whether this reader sees it
 * @param restricted     the restricted part, JSON, for who may see it
 * @param restrictedDigest what the ledger knows of the restricted part; see {@link mx.constancia.events.entry.RestrictedSeal}
 * @param restrictedSalt salt of that digest, for who may see the restricted part
 */
@JsonPropertyOrder({"position", "receipt", "stream", "version", "eventId", "type", "occurredOn", "recordedAt", "envelope", "data", "restrictedPart", "restricted",
    "restrictedDigest", "restrictedSalt"})
record EventLine(
        long position,
        String receipt,
        String stream,
        long version,
        String eventId,
        String type,
        LocalDate occurredOn,
        String recordedAt,
        @JsonRawValue String envelope,
        @JsonRawValue String data,
        RestrictedPart restrictedPart,
        @JsonRawValue @Nullable String restricted,
        @Nullable String restrictedDigest,
        @Nullable String restrictedSalt) {

    /** Whether there is a restricted part, and whether this reader sees it. */
    enum RestrictedPart { NONE, WITHHELD, SHOWN }
}
