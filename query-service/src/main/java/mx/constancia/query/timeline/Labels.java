package mx.constancia.query.timeline;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;

import mx.constancia.events.EventJson;
import mx.constancia.history.Lifecycle;
import mx.constancia.vocabulary.AgencyKind;
import mx.constancia.vocabulary.CivilSector;
import mx.constancia.vocabulary.EntryRoute;
import mx.constancia.vocabulary.IncidenceLevel;
import mx.constancia.vocabulary.Jurisdiction;
import mx.constancia.vocabulary.LabourRegime;
import mx.constancia.vocabulary.MechanismType;
import mx.constancia.vocabulary.MemberKind;
import mx.constancia.vocabulary.Modality;
import mx.constancia.vocabulary.PublicationChannel;
import mx.constancia.vocabulary.Rank;
import mx.constancia.vocabulary.Remuneration;
import mx.constancia.vocabulary.SeatRole;
import mx.constancia.vocabulary.SeparationCause;
import mx.constancia.vocabulary.SessionKind;
import mx.constancia.vocabulary.Tenure;
import mx.constancia.vocabulary.Term;
import mx.constancia.vocabulary.TerritorialCoverage;

import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamContext;

/** The Spanish labels of the codes in a recorded fact, whose own text is shown as it was recorded. */
final class Labels {

    /** Label by code, by the name of the property that holds the code. */
    private static final Map<String, Map<String, String>> VOCABULARIES = Map.ofEntries(
            Map.entry("mechanismType", labels(MechanismType.values())),
            Map.entry("modality", labels(Modality.values())),
            Map.entry("incidenceLevels", labels(IncidenceLevel.values())),
            Map.entry("scope", labels(TerritorialCoverage.values())),
            Map.entry("jurisdiction", labels(Jurisdiction.values())),
            Map.entry("labourRegime", labels(LabourRegime.values())),
            Map.entry("channels", labels(PublicationChannel.values())),
            Map.entry("sector", labels(CivilSector.values())),
            Map.entry("sectors", labels(CivilSector.values())),
            Map.entry("memberKind", labels(MemberKind.values())),
            Map.entry("seatRole", labels(SeatRole.values())),
            Map.entry("tenure", labels(Tenure.values())),
            Map.entry("entryRoute", labels(EntryRoute.values())),
            Map.entry("remuneration", labels(Remuneration.values())),
            Map.entry("rank", labels(Rank.values())),
            Map.entry("cause", labels(SeparationCause.values())),
            Map.entry("extraSeparationCauses", labels(SeparationCause.values())),
            Map.entry("kind", labels(SessionKind.values(), AgencyKind.values())),
            Map.entry("lifecycle", Arrays.stream(Lifecycle.values()).collect(Collectors.toUnmodifiableMap(Enum::name, Lifecycle::es))));

    private Labels() {
    }

    /** Label by code, for the codes that occur in a JSON object. */
    static Map<String, String> in(String fact) {
        Map<String, String> labels = new TreeMap<>();
        try (JsonParser parser = EventJson.MAPPER.createParser(fact)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.VALUE_STRING) {
                    String code = parser.getString();
                    String label = VOCABULARIES.getOrDefault(property(parser.streamReadContext()), Map.of()).get(code);
                    if (label != null) {
                        labels.put(code, label);
                    }
                }
            }
        }
        return labels;
    }

    /** The name of the property whose value, or an element of whose list, is being read. */
    private static String property(TokenStreamContext context) {
        return Objects.requireNonNullElse(context.inArray() ? context.getParent().currentName() : context.currentName(), "");
    }

    private static Map<String, String> labels(Term[]... vocabularies) {
        return Arrays.stream(vocabularies).flatMap(Arrays::stream).collect(Collectors.toUnmodifiableMap(Term::name, Term::es));
    }
}
