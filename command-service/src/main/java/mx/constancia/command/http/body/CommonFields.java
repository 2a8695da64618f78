package mx.constancia.command.http.body;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import mx.constancia.events.Evidence;
import mx.constancia.events.LegalBasis;
import mx.constancia.events.Source;
import mx.constancia.vocabulary.RecordMode;
import mx.constancia.vocabulary.Visibility;

/**
 * The fields that every command has beside its own.
 *
 * @param occurredOn      legal date of the fact (fecha del hecho)
 * @param recordMode      LIVE when absent
 * @param onBehalfOf      for whom the actor acts
 * @param legalBasis      norms that the act cites
 * @param evidence        supporting documents
 * @param source          origin of the knowledge
 * @param correctsEventId the event that this one corrects
 */
public record CommonFields(
        LocalDate occurredOn,
        @Nullable RecordMode recordMode,
        @Nullable String onBehalfOf,
        List<LegalBasis> legalBasis,
        List<Document> evidence,
        @Nullable Source source,
        @Nullable String correctsEventId) {

    /** The record mode, LIVE when absent. */
    public RecordMode recordModeOrLive() {
        return Objects.requireNonNullElse(recordMode, RecordMode.LIVE);
    }

    /** The supporting documents as events carry them. */
    public List<Evidence> documents() {
        return evidence.stream().map(Document::toEvidence).toList();
    }

    /**
     * A supporting document; its content stays in the agency's archive.
     *
     * @param docId      its id there
     * @param sha256     SHA-256 of its bytes
     * @param visibility who may see it
     */
    public record Document(String docId, String sha256, Visibility visibility) {

        private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");

        public Document {
            if (!SHA_256.matcher(sha256).matches()) {
                throw new IllegalArgumentException("sha256 has 64 lower-case hexadecimal digits");
            }
        }

        private Evidence toEvidence() {
            return new Evidence(docId, sha256, visibility.name());
        }
    }
}
