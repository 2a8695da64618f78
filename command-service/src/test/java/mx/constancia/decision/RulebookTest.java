package mx.constancia.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import mx.constancia.vocabulary.Jurisdiction;

class RulebookTest {

    private static final Rule INTEGRITY = Rule.integrity("A", "H1", "A.");
    private static final Rule PRECONDITION = Rule.precondition("B", "G-18", "B.");
    private static final Rule MONITORED = Rule.monitored("C", "G-15", "C.");

    @ParameterizedTest
    @CsvSource({
            "2017-08-11,FEDERAL_AGENCY,LOCAL_GENERIC", "2017-08-12,FEDERAL_AGENCY,SEGOB_2017", "2017-08-12,FEDERAL_ENTITY,SEGOB_2017",
            "2026-01-29,FEDERAL_AGENCY,SEGOB_2017", "2023-06-15,MUNICIPAL,LOCAL_GENERIC", "2023-06-15,STATE,LOCAL_GENERIC",
            "2023-06-15,CDMX,LOCAL_GENERIC", "2023-06-15,OTHER,LOCAL_GENERIC"})
    void theLegalDateAndTheJurisdictionChooseTheRulebook(LocalDate on, Jurisdiction jurisdiction, Rulebook chosen) {
        assertThat(Rulebook.on(on, jurisdiction)).isEqualTo(chosen);
    }

    @Test
    void withoutGuidelinesIntegrityAloneBinds() {
        assertThat(Rulebook.LOCAL_GENERIC.binds(INTEGRITY)).isTrue();
        assertThat(Rulebook.LOCAL_GENERIC.binds(PRECONDITION)).isFalse();
        assertThat(Rulebook.LOCAL_GENERIC.binds(MONITORED)).isFalse();
    }

    @Test
    void underTheGuidelinesEveryRuleBinds() {
        assertThat(Rulebook.SEGOB_2017.binds(INTEGRITY)).isTrue();
        assertThat(Rulebook.SEGOB_2017.binds(PRECONDITION)).isTrue();
        assertThat(Rulebook.SEGOB_2017.binds(MONITORED)).isTrue();
    }

    @Test
    void aRulebookIsAskedByTheIdThatEventsStore() {
        assertThat(Rulebook.binds("SEGOB-2017", MONITORED)).isTrue();
        assertThat(Rulebook.binds("LOCAL-GENERIC", MONITORED)).isFalse();
        assertThat(Rulebook.binds("SEGOB-2024", MONITORED)).isFalse();
    }
}
