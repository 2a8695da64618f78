package mx.constancia.query.timeline;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

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

import tools.jackson.databind.JsonNode;

/** The Spanish labels of the codes in a recorded fact, whose own text is shown as it was recorded. */
final class Labels {

    private static final Map<String, List<Class<? extends Term>>> VOCABULARIES = Map.ofEntries(
            Map.entry("mechanismType", List.of(MechanismType.class)),
            Map.entry("modality", List.of(Modality.class)),
            Map.entry("incidenceLevels", List.of(IncidenceLevel.class)),
            Map.entry("scope", List.of(TerritorialCoverage.class)),
            Map.entry("jurisdiction", List.of(Jurisdiction.class)),
            Map.entry("labourRegime", List.of(LabourRegime.class)),
            Map.entry("channels", List.of(PublicationChannel.class)),
            Map.entry("sector", List.of(CivilSector.class)),
            Map.entry("sectors", List.of(CivilSector.class)),
            Map.entry("memberKind", List.of(MemberKind.class)),
            Map.entry("seatRole", List.of(SeatRole.class)),
            Map.entry("tenure", List.of(Tenure.class)),
            Map.entry("entryRoute", List.of(EntryRoute.class)),
            Map.entry("remuneration", List.of(Remuneration.class)),
            Map.entry("rank", List.of(Rank.class)),
            Map.entry("cause", List.of(SeparationCause.class)),
            Map.entry("extraSeparationCauses", List.of(SeparationCause.class)),
            Map.entry("kind", List.of(SessionKind.class, AgencyKind.class)));

    private Labels() {
    }

    /** Label by code, for the codes that occur. */
    static Map<String, String> in(JsonNode fact) {
        Map<String, String> labels = new TreeMap<>();
        collect(fact, labels);
        return labels;
    }

    private static void collect(JsonNode node, Map<String, String> labels) {
        node.properties().forEach(property -> {
            JsonNode value = property.getValue();
            List<Class<? extends Term>> vocabularies = VOCABULARIES.getOrDefault(property.getKey(), List.of());
            for (JsonNode each : value.isArray() ? value : List.of(value)) {
                if (each.isObject()) {
                    collect(each, labels);
                } else if (each.isString()) {
                    vocabularies.forEach(vocabulary -> label(vocabulary, each.stringValue(), labels));
                    if (property.getKey().equals("lifecycle")) {
                        labels.put(each.stringValue(), Lifecycle.valueOf(each.stringValue()).es());
                    }
                }
            }
        });
    }

    private static void label(Class<? extends Term> vocabulary, String code, Map<String, String> labels) {
        Arrays.stream(vocabulary.getEnumConstants()).filter(term -> term.name().equals(code))
                .forEach(term -> labels.put(code, term.es()));
    }
}
