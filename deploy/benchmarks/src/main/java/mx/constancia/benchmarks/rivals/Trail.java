package mx.constancia.benchmarks.rivals;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** Who did it and under which article: what the envelope of an event says. */
record Trail(String actor, String role, String agency, String occurredOn, String timeZone, String recordMode, String rulebook,
        String legalBasis, String visibility, String correlationId, String causationId) {

    /** The trail of one request. */
    static Trail ofRequest() {
        String request = UUID.randomUUID().toString();
        return new Trail("oficial-1", "RESPONSIBLE_UNIT", "muestra", "2019-03-04", "America/Mexico_City", "HISTORICAL", "SEGOB-2017", "G-17",
                "PUBLIC", request, request);
    }

    Map<String, String> asMap() {
        Map<String, String> map = new LinkedHashMap<>();
        map.put("actor", actor);
        map.put("role", role);
        map.put("agency", agency);
        map.put("occurredOn", occurredOn);
        map.put("timeZone", timeZone);
        map.put("recordMode", recordMode);
        map.put("rulebook", rulebook);
        map.put("legalBasis", legalBasis);
        map.put("visibility", visibility);
        map.put("correlationId", correlationId);
        map.put("causationId", causationId);
        return map;
    }
}
