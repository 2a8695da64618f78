package mx.constancia.events.entry;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

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

    /**
     * The entry of an event.
     *
     * @throws IllegalArgumentException when a text is not canonicalizable or the envelope lacks a field: it is not as written
     */
    public static LedgerEntry of(StoredEvent event) {
        JsonNode envelope = CanonicalJson.read(event.envelope());
        ArrayNode documents = EventJson.MAPPER.createArrayNode();
        envelope.path("evidence").forEach(evidence -> documents.add(text(evidence, "sha256")));
        boolean listed = documents.size() <= MOST_DOCUMENTS
                && documents.valueStream().allMatch(document -> document.stringValue().length() == HEX_DIGITS);
        return new LedgerEntry(FORMAT, event.position(), event.eventId(), event.streamId(), event.version(), event.type(),
                EventJson.format(event.recordedAt()), text(envelope, "occurredOn"), text(envelope, "agencyId"),
                text(envelope, "visibility"), Digest.of(CanonicalJson.bytes(envelope, event.envelope().length())),
                Digest.of(CanonicalJson.of(event.publicPart())), event.restrictedDigest(),
                listed ? documents.valueStream().map(JsonNode::stringValue).toList() : null,
                listed ? null : Digest.of(CanonicalJson.of(documents)));
    }

    /**
     * Reads an entry back.
     *
     * @throws IllegalArgumentException when these bytes are not exactly what {@link #bytes()} gives
     */
    public static LedgerEntry parse(byte[] bytes) {
        JsonNode json = CanonicalJson.read(new String(bytes, StandardCharsets.UTF_8));
        if (!json.path("format").asString("").equals(FORMAT)) {
            throw new IllegalArgumentException("not an entry of the form " + FORMAT);
        }
        try {
            LedgerEntry entry = EventJson.MAPPER.treeToValue(json, LedgerEntry.class);
            if (Arrays.equals(entry.bytes(), bytes)) {
                return entry;
            }
        } catch (JacksonException e) {
            throw new IllegalArgumentException("not an entry: " + e.getOriginalMessage(), e);
        }
        throw new IllegalArgumentException("an entry has other fields than it should, or is not written canonically");
    }

    /** The leaf: canonical JSON (RFC 8785). */
    public byte[] bytes() {
        ObjectNode json = EventJson.MAPPER.createObjectNode()
                .put("format", format).put("position", position).put("eventId", eventId).put("stream", stream)
                .put("version", version).put("type", type).put("recordedAt", recordedAt).put("occurredOn", occurredOn)
                .put("agencyId", agencyId).put("visibility", visibility)
                .put("envelopeDigest", envelopeDigest).put("publicDigest", publicDigest);
        if (restrictedDigest != null) {
            json.put("restrictedDigest", restrictedDigest);
        }
        if (documents != null) {
            ArrayNode list = json.putArray("documents");
            documents.forEach(list::add);
        }
        if (documentsDigest != null) {
            json.put("documentsDigest", documentsDigest);
        }
        return CanonicalJson.of(json);
    }

    private static String text(JsonNode object, String name) {
        JsonNode value = object.get(name);
        if (value == null || !value.isString()) {
            throw new IllegalArgumentException("the envelope has no text \"" + name + "\"");
        }
        return value.stringValue();
    }
}
