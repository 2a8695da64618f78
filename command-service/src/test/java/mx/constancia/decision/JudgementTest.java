package mx.constancia.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import mx.constancia.events.Actor;
import mx.constancia.events.mechanism.MechanismConcluded;
import mx.constancia.vocabulary.RecordMode;

class JudgementTest {

    private static final MechanismConcluded EVENT = new MechanismConcluded("Cumplió su objeto");

    private static Judgement judgement(Rulebook rulebook, RecordMode mode) {
        LocalDate day = LocalDate.of(2018, 3, 1);
        return new Context("consejo", day, day, ZoneId.of("America/Mexico_City"), mode, rulebook,
                new Actor("account-1", "RESPONSIBLE_UNIT", "dependencia"), Optional.empty()).judge();
    }

    private static Rule rule(Strength strength) {
        return new Rule("CODE", "G-1", strength, false, "It is so.");
    }

    @ParameterizedTest
    @CsvSource({
            "H1,SEGOB_2017,LIVE,refused", "H1,SEGOB_2017,HISTORICAL,refused",
            "H1,LOCAL_GENERIC,LIVE,refused", "H1,LOCAL_GENERIC,HISTORICAL,refused",
            "H2,SEGOB_2017,LIVE,refused", "H2,SEGOB_2017,HISTORICAL,found",
            "H2,LOCAL_GENERIC,LIVE,nothing", "H2,LOCAL_GENERIC,HISTORICAL,nothing",
            "M,SEGOB_2017,LIVE,found", "M,SEGOB_2017,HISTORICAL,found",
            "M,LOCAL_GENERIC,LIVE,nothing", "M,LOCAL_GENERIC,HISTORICAL,nothing"})
    void aBreachActsByItsStrengthTheRulebookAndTheMode(Strength strength, Rulebook rulebook, RecordMode mode, String comesTo) {
        String came = switch (judgement(rulebook, mode).require(rule(strength), false, "field", "It is not so.").record(EVENT)) {
            case Decision.Refused refused -> "refused";
            case Decision.Accepted accepted -> accepted.findings().isEmpty() ? "nothing" : "found";
        };
        assertThat(came).isEqualTo(comesTo);
    }

    @Test
    void aRuleThatIsKeptLeavesNoTrace() {
        Decision decision = judgement(Rulebook.SEGOB_2017, RecordMode.LIVE).require(rule(Strength.H1), true, null, "").record(EVENT);
        assertThat(decision).isEqualTo(new Decision.Accepted(List.of(EVENT), List.of()));
    }

    @Test
    void aViolationOnEitherSideRefusesBoth() {
        Judgement kept = judgement(Rulebook.SEGOB_2017, RecordMode.LIVE);
        Judgement broken = judgement(Rulebook.SEGOB_2017, RecordMode.LIVE).require(rule(Strength.H1), false, null, "It is not so.");
        assertThat(kept.with(broken.record(EVENT))).isEqualTo(broken.refuse());
        assertThat(broken.with(kept.record(EVENT))).isEqualTo(broken.refuse());
    }

    @Test
    void findingsOfBothSidesAreKeptInTheirOrder() {
        Judgement first = judgement(Rulebook.SEGOB_2017, RecordMode.LIVE).require(rule(Strength.M), false, null, "First.");
        Judgement second = judgement(Rulebook.SEGOB_2017, RecordMode.LIVE).require(rule(Strength.M), false, null, "Second.");
        assertThat(((Decision.Accepted) first.with(second.record(EVENT))).findings()).extracting("detail")
                .containsExactly("First.", "Second.");
    }

    @Test
    void aRefusalWithoutARuleIsAMistake() {
        assertThatThrownBy(() -> judgement(Rulebook.SEGOB_2017, RecordMode.LIVE).refuse()).isInstanceOf(IllegalArgumentException.class);
    }
}
