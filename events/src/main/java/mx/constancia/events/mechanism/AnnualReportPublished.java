package mx.constancia.events.mechanism;

import java.util.List;

import org.jspecify.annotations.Nullable;

import mx.constancia.events.EventType;

/**
 * The annual report was published (informe anual; G-32).
 *
 * @param year year that it reports on
 * @param edition 1 for the first publication; a correction is a further edition
 * @param content the four contents
 * @param docId document
 * @param url address
 * @param channels where it was published
 * @param physicalCopyRef where the physical copy is
 * @param correctionReason why a further edition was needed
 */
@EventType("mechanism.annual-report-published.v1")
public record AnnualReportPublished(
        int year,
        int edition,
        AnnualReportContent content,
        String docId,
        String url,
        List<String> channels,
        @Nullable String physicalCopyRef,
        @Nullable String correctionReason) implements MechanismEvent {

    public AnnualReportPublished {
        channels = channels == null ? List.of() : List.copyOf(channels);
    }
}
