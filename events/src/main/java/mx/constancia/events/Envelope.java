package mx.constancia.events;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What surrounds every fact: when it happened, who said it, under which law. The same for all event types, and public.
 *
 * @param occurredOn      the legal date (fecha del hecho), in {@code timeZone}
 * @param timeZone        IANA zone of the agency's seat
 * @param agencyId        the agency whose fact it is
 * @param actor           who recorded it
 * @param onBehalfOf      the person reference or body for whom the actor acted
 * @param rulebookId      the rulebook in force on the legal date for the agency's jurisdiction
 * @param ruleRefs        articles that governed the decision
 * @param recordMode      LIVE, or HISTORICAL for a fact recorded after the event, whose breaches become findings
 * @param legalBasis      norms that the act itself cites
 * @param evidence        supporting documents
 * @param source          origin of the knowledge, for historical facts
 * @param visibility      PUBLIC, or RESTRICTED when the event has a restricted part
 * @param correlationId   groups everything that one request caused
 * @param causationId     the command or event that directly caused this one
 * @param correctsEventId the event that this one corrects
 * @param findings        what the rulebook objects to
 */
public record Envelope(
        LocalDate occurredOn,
        String timeZone,
        String agencyId,
        Actor actor,
        @Nullable String onBehalfOf,
        String rulebookId,
        List<String> ruleRefs,
        String recordMode,
        List<LegalBasis> legalBasis,
        List<Evidence> evidence,
        @Nullable Source source,
        String visibility,
        String correlationId,
        String causationId,
        @Nullable String correctsEventId,
        List<Finding> findings) {

    public Envelope {
        ruleRefs = copy(ruleRefs);
        legalBasis = copy(legalBasis);
        evidence = copy(evidence);
        findings = copy(findings);
    }

    private static <T> List<T> copy(@Nullable List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }
}
