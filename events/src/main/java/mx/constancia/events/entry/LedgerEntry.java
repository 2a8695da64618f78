package mx.constancia.events.entry;

import java.util.Arrays;
import java.util.List;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JacksonException;

import mx.constancia.events.EnvelopeHeader;
import mx.constancia.events.EventJson;
import mx.constancia.events.StoredEvent;

/**
 * What the ledger holds of an event: everything public about it in digests, nothing of its restricted part. Its bytes are the
 * leaf at {@code position} of the Merkle tree; erasing the restricted part does not change them. They are less than 32 KiB
 * long: names are short, and long lists of documents are given by their digest.
 *
 * @param format           {@link #FORMAT}
 * @param position         see {@link StoredEvent}; also the leaf's index
 * @param eventId          see {@link StoredEvent}
 * @param stream           name of the stream
 * @param version          see {@link StoredEvent}
 * @param type             see {@link StoredEvent}
 * @param recordedAt       RFC 3339, UTC, three fraction digits
 * @param occurredOn       the legal date (fecha del hecho), as the envelope has it
 * @param agencyId         the agency whose fact it is
 * @param visibility       PUBLIC or RESTRICTED, as the envelope has it
 * @param envelopeDigest   SHA-256 of the canonical envelope, like all digests 64 lower-case hexadecimal digits
 * @param publicDigest     SHA-256 of the canonical public part
 * @param restrictedDigest see {@link RestrictedSeal}; absent when the event never had a restricted part
 * @param documents        SHA-256 of each supporting document, in the envelope's order; absent when there are more than
 *                         {@link #MOST_DOCUMENTS}
 * @param documentsDigest  in that case SHA-256 of the canonical array of all of them
 */
public record LedgerEntry(
        String format,
        long position,
        String eventId,
        String stream,
        long version,
        String type,
        String recordedAt,
        String occurredOn,
        String agencyId,
        String visibility,
        String envelopeDigest,
        String publicDigest,
        @Nullable String restrictedDigest,
        @Nullable List<String> documents,
        @Nullable String documentsDigest) {

    /** Names the form of the entry. */
    public static final String FORMAT = "constancia-entry/v1";
    /** Documents that are listed one by one. */
    public static final int MOST_DOCUMENTS = 256;

    private static final int HEX_DIGITS = 64;
    /** In characters, of most entries. */
    private static final int LENGTH = 768;

    /** @throws NullPointerException when a component that is never absent is */
    public LedgerEntry {
        List.of(format, eventId, stream, type, recordedAt, occurredOn, agencyId, visibility, envelopeDigest, publicDigest);
    }

    /**
     * The entry of an event.
     *
     * @throws IllegalArgumentException when a text is not canonicalizable or the envelope lacks a field: it is not as written
     */
    public static LedgerEntry of(StoredEvent event) {
        byte[] envelope = CanonicalJson.of(event.envelope());
        EnvelopeHeader header = EnvelopeHeader.read(event.envelope());
        List<String> documents = header.documents();
        boolean listed = documents.size() <= MOST_DOCUMENTS && documents.stream().allMatch(document -> document.length() == HEX_DIGITS);
        return new LedgerEntry(FORMAT, event.position(), event.eventId(), event.streamId(), event.version(), event.type(),
                EventJson.format(event.recordedAt()), header.occurredOn(), header.agencyId(), header.visibility(), Digest.of(envelope),
                Digest.of(CanonicalJson.of(event.publicPart())), event.restrictedDigest(),
                listed ? List.copyOf(documents) : null, listed ? null : Digest.of(list(new CanonicalWriter(documents.size()), documents).bytes()));
    }

    /**
     * Reads an entry back.
     *
     * @throws IllegalArgumentException when these bytes are not exactly what {@link #bytes()} gives
     */
    public static LedgerEntry parse(byte[] bytes) {
        try {
            LedgerEntry entry = EventJson.MAPPER.readValue(bytes, LedgerEntry.class);
            if (!FORMAT.equals(entry.format)) {
                throw new IllegalArgumentException("not an entry of the form " + FORMAT);
            }
            if (Arrays.equals(entry.bytes(), bytes)) {
                return entry;
            }
        } catch (JacksonException e) {
            throw new IllegalArgumentException("not an entry: " + e.getOriginalMessage(), e);
        }
        throw new IllegalArgumentException("an entry has other fields than it should, or is not written canonically");
    }

    /** The leaf: canonical JSON (RFC 8785), its names in their order. */
    public byte[] bytes() {
        var json = new CanonicalWriter(LENGTH).raw("{\"agencyId\":").text(agencyId);
        if (documents != null) {
            list(json.raw(",\"documents\":"), documents);
        }
        if (documentsDigest != null) {
            json.raw(",\"documentsDigest\":").text(documentsDigest);
        }
        json.raw(",\"envelopeDigest\":").text(envelopeDigest).raw(",\"eventId\":").text(eventId)
                .raw(",\"format\":").text(format).raw(",\"occurredOn\":").text(occurredOn)
                .raw(",\"position\":").number(position).raw(",\"publicDigest\":").text(publicDigest)
                .raw(",\"recordedAt\":").text(recordedAt);
        if (restrictedDigest != null) {
            json.raw(",\"restrictedDigest\":").text(restrictedDigest);
        }
        return json.raw(",\"stream\":").text(stream).raw(",\"type\":").text(type).raw(",\"version\":").number(version)
                .raw(",\"visibility\":").text(visibility).raw("}").bytes();
    }

    private static CanonicalWriter list(CanonicalWriter json, List<String> texts) {
        String separator = "[";
        for (String text : texts) {
            json.raw(separator).text(text);
            separator = ",";
        }
        return json.raw(texts.isEmpty() ? "[]" : "]");
    }
}
