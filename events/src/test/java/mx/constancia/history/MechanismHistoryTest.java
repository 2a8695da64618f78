package mx.constancia.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import mx.constancia.events.DomainEvent;
import mx.constancia.events.EventCodec;
import mx.constancia.events.EventJson;
import mx.constancia.events.Samples;
import mx.constancia.events.StoredEvent;
import mx.constancia.events.mechanism.MechanismConcluded;
import mx.constancia.events.mechanism.MechanismEvent;
import mx.constancia.events.mechanism.SessionHeld;
import mx.constancia.events.mechanism.TechnicalSecretaryAssigned;

class MechanismHistoryTest {

    private static final Fold<MechanismState> FOLD = MechanismHistory::evolve;

    @Test
    void aMechanismWithoutEventsHasNoState() {
        assertThat(FOLD.replay(List.of())).isEmpty();
    }

    @Test
    void aWholeLifeEndsConcludedWithEverythingThatHappenedInIt() {
        MechanismState state = fold(life());
        assertThat(state.lifecycle()).isEqualTo(Lifecycle.CONCLUDED);
        assertThat(state.version()).isEqualTo(life().size());
        assertThat(state.calls().get("C-1").closesOn()).isEqualTo(Samples.DAY.plusDays(40));
        assertThat(state.calls().get("C-1").applications()).isEqualTo(21);
        assertThat(state.appointments().get("A-1").fraction()).isEqualTo("II");
        assertThat(state.sessions().get("S-1").attendees()).isEqualTo(14);
        assertThat(state.annualReports()).containsOnlyKeys(2018);
        assertThat(state.startedOn()).isEqualTo(Samples.DAY);
        assertThat(state.findings()).hasSize(life().size());
    }

    @Test
    void theStateDoesNotDependOnRestrictedParts() {
        assertThat(fold(life().stream().map(StoredEvent::publicOnly).toList())).isEqualTo(fold(life()));
    }

    @Test
    void everyStateComesBackFromItsJsonUnchanged() {
        List<StoredEvent> life = life();
        for (int n = 1; n <= life.size(); n++) {
            MechanismState state = fold(life.subList(0, n));
            String json = EventJson.MAPPER.writeValueAsString(state);
            assertThat(EventJson.MAPPER.readValue(json, MechanismState.class)).isEqualTo(state);
        }
    }

    @Test
    void aCallOfAnOperatingMechanismDoesNotSendItBackToFormation() {
        List<StoredEvent> life = new ArrayList<>(life().subList(0, 2));
        assertThat(fold(life).lifecycle()).isEqualTo(Lifecycle.OPERATING);
        life.add(Samples.stored(Samples.all().get(4), 2));
        assertThat(fold(life).lifecycle()).isEqualTo(Lifecycle.OPERATING);
    }

    @Test
    void aSessionThatWasNeverConvenedIsRecordedAllTheSame() {
        List<StoredEvent> life = new ArrayList<>(life().subList(0, 1));
        life.add(Samples.stored(new SessionHeld("S-1", "WORKING", null, null, List.of(), List.of(), null, null, false), 1));
        assertThat(fold(life).sessions().get("S-1").convenedFor()).isNull();
    }

    @Test
    void aFormerHeadThatIsRecordedLateDoesNotReplaceTheCurrentOne() {
        List<StoredEvent> life = new ArrayList<>(life().subList(0, 1));
        life.add(Samples.stored(new TechnicalSecretaryAssigned("person:2", null, "Dirección", "MANAGING_OFFICER_OR_EQUIVALENT",
                Samples.DAY), 1));
        life.add(Samples.stored(new TechnicalSecretaryAssigned("person:1", null, "Dirección", "MANAGING_OFFICER_OR_EQUIVALENT",
                Samples.DAY.minusYears(1)), 2));
        assertThat(fold(life).head().personRef()).isEqualTo("person:2");
    }

    @Test
    void anEventOfAnotherAggregateIsRefused() {
        assertThatThrownBy(() -> fold(List.of(Samples.stored(Samples.all().getFirst(), 0))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static List<StoredEvent> life() {
        List<DomainEvent> events = Samples.all().stream().filter(MechanismEvent.class::isInstance)
                .filter(event -> !(event instanceof MechanismConcluded)).toList();
        List<StoredEvent> life = new ArrayList<>();
        for (DomainEvent event : events) {
            life.add(Samples.stored(event, life.size()));
        }
        life.add(Samples.stored(new MechanismConcluded("Cumplió su objeto"), life.size()));
        return life;
    }

    private static MechanismState fold(List<StoredEvent> events) {
        return FOLD.replay(events.stream().map(EventCodec::decode).toList()).orElseThrow();
    }
}
