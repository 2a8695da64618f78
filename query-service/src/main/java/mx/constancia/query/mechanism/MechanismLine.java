package mx.constancia.query.mechanism;

import java.util.List;

import mx.constancia.history.Lifecycle;
import mx.constancia.query.http.Coded;
import mx.constancia.vocabulary.IncidenceLevel;
import mx.constancia.vocabulary.Jurisdiction;
import mx.constancia.vocabulary.MechanismType;
import mx.constancia.vocabulary.Modality;
import mx.constancia.vocabulary.TerritorialCoverage;

import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** A mechanism in a list. */
record MechanismLine(
        String id, long version, long position, String agencyId, @Nullable Coded jurisdiction, String name, Coded lifecycle,
        @Nullable Coded mechanismType, @Nullable Coded modality, List<Coded> incidenceLevels, @Nullable Coded scope, List<String> states,
        @Nullable String startedOn, @Nullable String concludedOn, int activeMembers, int findings) {

    static MechanismLine of(Document document) {
        return new MechanismLine(document.getString("_id"), document.getLong("version"), document.getLong("position"),
                document.getString("agencyId"), Coded.of(Jurisdiction.class, document.getString("jurisdiction")), document.getString("name"),
                Coded.of(Lifecycle.valueOf(document.getString("lifecycle"))),
                Coded.of(MechanismType.class, document.getString("mechanismType")), Coded.of(Modality.class, document.getString("modality")),
                Coded.of(IncidenceLevel.class, document.getList("incidenceLevels", String.class)),
                Coded.of(TerritorialCoverage.class, document.getString("scope")), document.getList("states", String.class),
                document.getString("startedOn"), document.getString("concludedOn"),
                document.getInteger("activeMembers"), document.getInteger("findings"));
    }
}
