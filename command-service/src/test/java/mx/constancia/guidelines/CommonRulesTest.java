package mx.constancia.guidelines;

import static mx.constancia.guidelines.Scenario.DAY;
import static mx.constancia.guidelines.Scenario.federal;
import static mx.constancia.guidelines.Scenario.local;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import mx.constancia.events.mechanism.CallContent;
import mx.constancia.mechanism.Facts;
import mx.constancia.mechanism.call.CloseCall;
import mx.constancia.mechanism.call.OfferedSeats;
import mx.constancia.mechanism.call.OpenCall;
import mx.constancia.mechanism.operation.ConcludeMechanism;
import mx.constancia.mechanism.session.ConveneSession;
import mx.constancia.vocabulary.SessionKind;

/** What holds for every command, shown with one command or another. */
class CommonRulesTest {

    private static ConcludeMechanism because(String reason) {
        return new ConcludeMechanism(reason);
    }

    private static ConveneSession agenda(List<String> agenda) {
        return new ConveneSession(SessionKind.ORDINARY, null, DAY, "Sala", null, agenda, null, null, 3);
    }

    @Test
    void aFactOfTomorrowIsRefused() {
        local().on(DAY.plusDays(1)).recordedOn(DAY).given(Facts.operatingLife()).when(because("Cumplió su objeto"))
                .thenRefused("FUTURE-DATE").thenRefusedAt("occurredOn").asConflict(false);
    }

    @Test
    void aFactOfTodayIsRecorded() {
        local().given(Facts.operatingLife()).when(because("Cumplió su objeto")).thenNothingFound();
    }

    @ParameterizedTest
    @CsvSource({"30,false", "31,true"})
    void aLiveRecordingAfterTheToleranceIsNoted(int days, boolean late) {
        federal().on(DAY).recordedOn(DAY.plusDays(days)).given(Facts.operatingLife()).when(because("Cumplió su objeto"))
                .thenFound(late ? new String[] {"LATE-RECORDING"} : new String[0]);
    }

    @Test
    void aHistoricalRecordingIsNeverLate() {
        federal().historical().on(DAY).recordedOn(DAY.plusYears(5)).given(Facts.operatingLife()).when(because("Cumplió su objeto"))
                .thenNothingFound();
    }

    @ParameterizedTest
    @CsvSource({"1899-12-31,false", "1900-01-01,true", "2199-12-31,true", "2200-01-01,false"})
    void datesLieInTheRangeOfTheRecord(LocalDate closesOn, boolean inRange) {
        OpenCall call = new OpenCall(Facts.content(), closesOn, closesOn, List.of(), List.of());
        Scenario.Outcome outcome = local().given(Facts.determinedLife()).when(call);
        if (inRange) {
            outcome.thenNothingFound();
        } else {
            outcome.thenRefused("DATE-RANGE", "DATE-RANGE").thenRefusedAt("opensOn", "closesOn");
        }
    }

    @Test
    void aNumberLiesInTheRangeOfTheRecord() {
        local().given(Facts.formingLife()).when(new CloseCall("C-1", 1_000_001)).thenRefused("NUMBER-RANGE").thenRefusedAt("applications");
    }

    @Test
    void everyRequiredFieldThatIsMissingIsNamed() {
        local().given(Facts.formingLife()).when(new CloseCall(" ", null)).thenRefused("FIELD-MISSING", "FIELD-MISSING")
                .thenRefusedAt("callId", "applications");
    }

    @Test
    void anEntryOfAListThatIsMissingIsNamedByItsPlace() {
        local().given(Facts.organizedLife()).when(agenda(Arrays.asList("Lista de asistencia", null))).thenRefused("FIELD-MISSING")
                .thenRefusedAt("agenda[1]");
    }

    @Test
    void aFieldWithinAnEntryIsNamedByItsPath() {
        local().given(Facts.determinedLife())
                .when(new OpenCall(null, DAY, null, null, List.of(new OfferedSeats(null, null, 1, null))))
                .thenRefused("FIELD-MISSING").thenRefusedAt("seatsOffered[0].sector");
    }

    @Test
    void aTextHasAnEnd() {
        local().given(Facts.operatingLife()).when(because("x".repeat(4_000))).thenNothingFound();
        local().given(Facts.operatingLife()).when(because("x".repeat(4_001))).thenRefused("TEXT-TOO-LONG").thenRefusedAt("reason");
    }

    @Test
    void aListHasAnEnd() {
        local().given(Facts.organizedLife()).when(agenda(Collections.nCopies(500, "Punto"))).thenNothingFound();
        local().given(Facts.organizedLife()).when(agenda(Collections.nCopies(501, "Punto"))).thenRefused("LIST-TOO-LONG")
                .thenRefusedAt("agenda");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nulo\0", "escape\u001b[31m", "mitad\ud83d"})
    void aTextThatCannotBeReadIsRefused(String text) {
        local().given(Facts.operatingLife()).when(because(text)).thenRefused("TEXT-UNREADABLE");
    }

    @Test
    void aTextMayHaveLinesAndAnyLetters() {
        local().given(Facts.operatingLife()).when(because("Concluyó:\r\n\tÑuu savi, náhuatl, 😀")).thenNothingFound();
    }

    @Test
    void personalDataIsRefusedWhereverItStands() {
        CallContent content = new CallContent("Consulta", "Opinar", "Perfil", "Hasta mayo", "Nacional", "contacto@dependencia.example");
        local().historical().given(Facts.determinedLife()).when(new OpenCall(content, DAY, null, null, null))
                .thenRefused("PII-IN-TEXT").thenRefusedAt("content.responsibleOfficer").asConflict(false);
    }

    @Test
    void personalDataIsRefusedInWhatComesWithTheCommandToo() {
        local().given(Facts.operatingLife()).citing("Correo de GOMC800101HDFRRL09").when(because("Cumplió su objeto"))
                .thenRefused("PII-IN-TEXT").thenRefusedAt("source.reference");
    }

    @Test
    void theBreachesOfTheCommandAreToldTogetherWithTheCommonOnes() {
        local().on(DAY.plusDays(1)).recordedOn(DAY).given(Facts.formingLife()).when(new CloseCall("C-9", 3))
                .thenRefused("FUTURE-DATE", "CALL-UNKNOWN");
    }

    @Test
    void aChangingCommandWithoutAStateIsAMistakeOfTheCaller() {
        assertThatThrownBy(() -> local().when(because("Cumplió su objeto"))).isInstanceOf(IllegalArgumentException.class);
    }
}
