package mx.constancia.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

import mx.constancia.testing.TestTokens;

/** Commands over HTTP, as an officer's system sends them: a token, a key, a version and JSON each time. */
final class CommandClients {

    private static final String AGENCY = "muestra";

    private final URI service;
    private final TestTokens tokens;
    private final AtomicInteger next = new AtomicInteger();
    /** Keys are new ones, and as long as an officer's system makes them. */
    private final String run = UUID.randomUUID().toString();
    private volatile String token;

    CommandClients(URI service, TestTokens tokens) {
        this.service = service;
        this.tokens = tokens;
        this.token = officer();
    }

    void registerTheAgency() throws IOException {
        try (HttpLane lane = new HttpLane(service)) {
            lane.post("/agencies/" + AGENCY + "/register-agency", tokens.token("udp-1", "segob", "UDP"), UUID.randomUUID().toString(), """
                    {"occurredOn": "2019-03-04", "recordMode": "HISTORICAL", "name": "Secretaría de muestra", "kind": "AGENCY",
                     "jurisdiction": "FEDERAL_AGENCY", "labourRegime": "B", "timeZone": "America/Mexico_City"}""");
        }
    }

    /** Begins so many mechanisms, and gives the number that distinguishes them. Takes a fresh token, since tokens expire. */
    int begin(int mechanisms) throws IOException {
        token = officer();
        int set = next.getAndIncrement();
        try (HttpLane lane = new HttpLane(service)) {
            for (int number = 0; number < mechanisms; number++) {
                lane.post("/mechanisms/m-" + set + "-" + number + "/register-existing-mechanism", token, UUID.randomUUID().toString(), """
                        {"occurredOn": "2019-03-04", "recordMode": "HISTORICAL", "name": "Consejo de muestra", "mechanismType": "ADVISORY",
                         "modality": "FACE_TO_FACE", "incidenceLevels": ["DIALOGUE"], "coverage": {"scope": "NATIONAL"}, "purpose": "Opinar",
                         "lifecycle": "ORGANIZED"}""");
            }
        }
        return set;
    }

    /** Lets so many clients appoint members of the mechanisms of a set, each one after the other. */
    Sample appoint(int set, int mechanisms, int clients, long seconds) throws Exception {
        AtomicInteger number = new AtomicInteger();
        return Drive.run(clients, seconds, client -> {
            HttpLane lane = new HttpLane(service);
            return Drive.Operation.with(lane, () -> {
                int each = number.getAndIncrement();
                appoint(lane, set, each % mechanisms, "s-" + each);
            });
        });
    }

    private void appoint(HttpLane lane, int set, int mechanism, String seat) throws IOException {
        lane.post("/mechanisms/m-" + set + "-" + mechanism + "/appoint-member", token, run + "-" + set + "-" + seat,
                "{\"occurredOn\":\"2019-03-04\",\"recordMode\":\"HISTORICAL\",\"seatId\":\"" + seat + "\",\"personRef\":\"person:" + seat
                + "\",\"publicName\":\"Persona integrante " + seat + "\",\"sector\":\"ACADEMIC\",\"representedBody\":\"Universidad de muestra\","
                + "\"entryRoute\":\"ELECTED_BY_CONSTITUENCY\",\"plannedTo\":\"2022-03-04\",\"noLabourRelation\":true,"
                + "\"accreditationDoc\":\"doc-acreditacion\"}");
    }

    private String officer() {
        return tokens.token("oficial-1", AGENCY, "RESPONSIBLE_UNIT");
    }
}
