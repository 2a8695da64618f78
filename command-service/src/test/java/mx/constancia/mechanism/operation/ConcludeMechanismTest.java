package mx.constancia.mechanism.operation;

import static mx.constancia.guidelines.Scenario.federal;
import static mx.constancia.guidelines.Scenario.local;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.api.Test;

import mx.constancia.decision.CommandSpec;
import mx.constancia.decision.CommandType;
import mx.constancia.events.mechanism.MechanismConcluded;
import mx.constancia.events.mechanism.MemberSeparated;
import mx.constancia.guidelines.Scenario;
import mx.constancia.history.Appointment;
import mx.constancia.history.Lifecycle;
import mx.constancia.history.MechanismState;
import mx.constancia.mechanism.Facts;
import mx.constancia.mechanism.MechanismCommands;
import mx.constancia.mechanism.organization.DeclareOrganized;
import mx.constancia.mechanism.report.PublishReport;

class ConcludeMechanismTest {

    private static final ConcludeMechanism CONCLUDE = new ConcludeMechanism("Cumplió su objeto");

    private static MemberSeparated separated(String appointmentId, LocalDate on) {
        return new MemberSeparated(appointmentId, "MECHANISM_ACTIVITIES_CONCLUDED", "I", on, "RESPONSIBLE_UNIT", null, null, List.of());
    }

    @Test
    void theConclusionSeparatesEachActiveMember() {
        federal().given(Facts.operatingLife()).given(Facts.civil("A-3", "civil-2", "person:3"), Facts.separated("A-1", Scenario.DAY))
                .when(CONCLUDE)
                .thenRecorded(new MechanismConcluded("Cumplió su objeto"), separated("A-2", Scenario.DAY), separated("A-3", Scenario.DAY))
                .thenNothingFound();
    }

    @Test
    void afterItTheMechanismIsConcludedAndNobodyIsInASeat() {
        MechanismState state = federal().given(Facts.operatingLife()).after(CONCLUDE).state();
        assertThat(state.lifecycle()).isEqualTo(Lifecycle.CONCLUDED);
        assertThat(state.concludedOn()).isEqualTo(Scenario.DAY);
        assertThat(state.appointments().values()).noneMatch(Appointment::isActive);
    }

    @Test
    void aMemberWhoseFirstDayIsYetToComeLeavesOnThatDay() {
        federal().on(Facts.START.minusDays(3)).given(Facts.completeLife()).when(CONCLUDE)
                .thenRecorded(new MechanismConcluded("Cumplió su objeto"), separated("A-1", Facts.START), separated("A-2", Facts.START));
    }

    @Test
    void aMechanismWithoutMembersIsConcludedToo() {
        local().given(Facts.proposed()).when(CONCLUDE).thenRecorded(new MechanismConcluded("Cumplió su objeto"));
    }

    @Test
    void aMechanismIsNotConcludedBeforeItBegan() {
        local().historical().on(Facts.START.minusDays(1)).given(Facts.operatingLife()).when(CONCLUDE)
                .thenRefused("CONCLUDED-BEFORE-START").thenRefusedAt("occurredOn");
    }

    @Test
    void aReasonIsRequired() {
        local().given(Facts.operatingLife()).when(new ConcludeMechanism(null)).thenRefused("FIELD-MISSING").thenRefusedAt("reason");
    }

    @Test
    void aConcludedMechanismTakesNothingMoreUnderAnyRulebook() {
        federal().given(Facts.concludedLife()).when(CONCLUDE).thenRefused("MECHANISM-CONCLUDED").asConflict(true);
        local().historical().given(Facts.concludedLife()).when(new DeclareOrganized()).thenRefused("MECHANISM-CONCLUDED");
    }

    @Test
    void onlyReportsOutliveTheMechanism() {
        assertThat(MechanismCommands.ALL.stream().map(CommandType::record)
                .filter(command -> command.getAnnotation(CommandSpec.class).afterEnd())).containsExactly(PublishReport.class);
    }
}
