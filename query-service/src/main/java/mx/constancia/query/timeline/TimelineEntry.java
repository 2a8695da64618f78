package mx.constancia.query.timeline;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonRawValue;

import mx.constancia.events.Actor;
import mx.constancia.events.Envelope;
import mx.constancia.events.EventCodec;
import mx.constancia.events.EventJson;
import mx.constancia.events.Evidence;
import mx.constancia.events.Finding;
import mx.constancia.events.LegalBasis;
import mx.constancia.events.Source;
import mx.constancia.events.StoredEvent;
import mx.constancia.query.http.Coded;
import mx.constancia.query.http.Reader;
import mx.constancia.query.http.ReceiptLink;
import mx.constancia.vocabulary.RecordMode;

import org.jspecify.annotations.Nullable;

/**
 * One fact in a timeline.
 *
 * @param position       place in the whole log
 * @param receipt        where its receipt (constancia de inclusión) is, once the ledger has published it
 * @param stream         stream of the event
 * @param version        place in the stream, a mechanism's life
 * @param agency         the agency whose fact it is
 * @param eventId        the event's id
 * @param type           logical type name
 * @param title          what kind of fact it is
 * @param occurredOn     the legal date (fecha del hecho)
 * @param recordedAt     when it was recorded, RFC 3339
 * @param recordMode     live or historical
 * @param rulebook       the rulebook that judged it
 * @param ruleRefs       articles that governed the decision
 * @param actor          who recorded it
 * @param onBehalfOf     for whom the actor acted
 * @param legalBasis     norms that the act cites
 * @param evidence       supporting documents
 * @param findings       what the rulebook objects to
 * @param source         origin of the knowledge
 * @param correctsEventId the event that this one corrects
 * @param data           the public part, as recorded
 * @param labels         Spanish labels of the codes in it
 * @param restrictedPart NONE, WITHHELD from this reader, or SHOWN
 * @param restricted     the restricted part, when it is shown
 * @param restrictedDigest what the ledger knows of the restricted part; see {@link mx.constancia.events.entry.RestrictedSeal}
 * @param restrictedSalt salt of that digest, when the restricted part is shown
 */
public record TimelineEntry(
        long position, String receipt, String stream, long version, String agency, String eventId, String type, Titles.Title title,
        LocalDate occurredOn, String recordedAt,
        @Nullable Coded recordMode, String rulebook, List<String> ruleRefs, Actor actor, @Nullable String onBehalfOf,
        List<LegalBasis> legalBasis, List<Evidence> evidence, List<Finding> findings, @Nullable Source source,
        @Nullable String correctsEventId, @JsonRawValue String data, Map<String, String> labels, RestrictedPart restrictedPart,
        @JsonRawValue @Nullable String restricted, @Nullable String restrictedDigest, @Nullable String restrictedSalt) {

    /** Whether there is a restricted part, and whether this reader sees it. */
    public enum RestrictedPart { NONE, WITHHELD, SHOWN }

    /** The entry with no more than this reader may see. */
    public static TimelineEntry of(StoredEvent event, Reader reader) {
        Envelope envelope = EventCodec.decodeEnvelope(event);
        boolean insider = reader.seesRestrictedOf(envelope.agencyId());
        return new TimelineEntry(event.position(), ReceiptLink.of(event.position()), event.streamId(), event.version(), envelope.agencyId(),
                event.eventId(), event.type(), Titles.of(event.type()),
                envelope.occurredOn(), EventJson.format(event.recordedAt()), Coded.of(RecordMode.class, envelope.recordMode()),
                envelope.rulebookId(), envelope.ruleRefs(), envelope.actor(), envelope.onBehalfOf(), envelope.legalBasis(),
                envelope.evidence(), envelope.findings(), envelope.source(), envelope.correctsEventId(), event.publicPart(), Labels.in(event.publicPart()),
                event.restrictedPart() == null ? RestrictedPart.NONE : insider ? RestrictedPart.SHOWN : RestrictedPart.WITHHELD,
                insider ? event.restrictedPart() : null, event.restrictedDigest(),
                insider ? event.restrictedSalt() : null);
    }
}
