package mx.constancia.query.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

import mx.constancia.events.EventTypes;

import org.junit.jupiter.api.Test;

class TimelineEntryTest {

    @Test
    void everyEventTypeHasATitle() {
        assertThat(EventTypes.all()).allSatisfy(type -> assertThat(Titles.has(EventTypes.nameOf(type))).as(type.getSimpleName()).isTrue());
    }

    @Test
    void aTypeOfANewerBuildIsCalledByItsName() {
        assertThat(Titles.of("mechanism.call-opened.v9").es()).isEqualTo("mechanism.call-opened.v9");
    }

    @Test
    void codesAreLabelledWhereverTheyOccurAndOtherTextsAreNot() {
        String fact = """
                {"sector":"ACADEMIC","note":"ADVISORY","channels":["GOB_MX_PARTICIPA"],"seatsOffered":[{"sector":"CSO","seats":2}],
                 "coverage":{"scope":"NATIONAL"},"lifecycle":"OPERATING","cause":"NO_SUCH_CAUSE"}""";

        assertThat(Labels.in(fact)).isEqualTo(Map.of("ACADEMIC", "Academia",
                "GOB_MX_PARTICIPA", "gob.mx/participa", "CSO", "Organizaciones de la sociedad civil", "NATIONAL", "Nacional",
                "OPERATING", "En operación"));
    }
}
