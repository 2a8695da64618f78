package mx.constancia.query.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import mx.constancia.events.EventCodec;
import mx.constancia.events.RecordedEvent;
import mx.constancia.events.StoredEvent;
import mx.constancia.history.MechanismHistory;
import mx.constancia.history.MechanismState;
import mx.constancia.query.History;
import mx.constancia.query.board.Step;

import org.bson.Document;
import org.junit.jupiter.api.Test;

class FactsTest {

    @Test
    void anEventIsOneDocumentWithWhatListsFilterBy() {
        Document fact = facts(new History().proposed("consejo", "segob", "Consejo").determined("consejo", "segob")).getLast();

        assertThat(fact).containsEntry("_id", "0000000000000001").containsEntry("position", 1L).containsEntry("stream", "mechanism-consejo")
                .containsEntry("version", 2L).containsEntry("agencyId", "segob").containsEntry("mechanismId", "consejo")
                .containsEntry("type", "mechanism.mechanism-determined.v1").containsEntry("actor", "user-1")
                .containsEntry("rules", List.of("G-12")).containsEntry("findings", List.of("G15-ONE-SIDED"))
                .containsEntry("occurredOn", "2026-01-06").containsEntry("recordMode", "LIVE").containsEntry("restricted", false);
        assertThat(fact).doesNotContainKeys("envelope", "public");
    }

    @Test
    void anAppointmentAndItsSeparationConcernTheSamePerson() {
        List<Document> facts = facts(new History().proposed("consejo", "segob", "Consejo")
                .appointed("consejo", "segob", "A-1").separated("consejo", "segob", "A-1"));

        assertThat(facts).extracting(fact -> fact.get("persons")).containsExactly(List.of(), List.of("person-A-1"), List.of("person-A-1"));
    }

    @Test
    void whomOnlyARestrictedPartNamesIsKeptApart() {
        Document fact = facts(new History().proposed("consejo", "segob", "Consejo").invited("consejo", "segob", "I-1")).getLast();

        assertThat(fact).containsEntry("persons", List.of()).containsEntry("restrictedPersons", List.of("person-I-1"))
                .containsEntry("restricted", true);
    }

    @Test
    void theDelayIsCountedInDaysAtTheAgencysSeat() {
        Instant recordedAt = Instant.parse("2026-03-02T03:00:00Z");

        assertThat(Facts.delayDays(LocalDate.of(2026, 3, 1), recordedAt, "America/Mexico_City")).isZero();
        assertThat(Facts.delayDays(LocalDate.of(2026, 3, 1), recordedAt, "UTC")).isOne();
        assertThat(Facts.delayDays(LocalDate.of(2025, 3, 1), recordedAt, "no zone")).isEqualTo(366);
    }

    private static List<Document> facts(History history) {
        List<Document> facts = new ArrayList<>();
        Optional<MechanismState> state = Optional.empty();
        for (StoredEvent stored : history.events()) {
            RecordedEvent event = EventCodec.decode(stored);
            MechanismState after = MechanismHistory.evolve(state, event);
            facts.add(Facts.of(new Step<>(state, after, stored, event)));
            state = Optional.of(after);
        }
        return facts;
    }
}
