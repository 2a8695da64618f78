package mx.constancia.guidelines;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

import mx.constancia.decision.Command;
import mx.constancia.decision.Decision;
import mx.constancia.history.Appointment;
import mx.constancia.history.Lifecycle;
import mx.constancia.history.MechanismState;
import mx.constancia.mechanism.Facts;
import mx.constancia.mechanism.call.AmendCall;
import mx.constancia.mechanism.call.CloseCall;
import mx.constancia.mechanism.call.InviteDirectly;
import mx.constancia.mechanism.call.OpenCall;
import mx.constancia.mechanism.creation.DeclaredCoverage;
import mx.constancia.mechanism.creation.DetermineMechanism;
import mx.constancia.mechanism.membership.AppointMember;
import mx.constancia.mechanism.membership.AppointPublicServant;
import mx.constancia.mechanism.membership.SeparateMember;
import mx.constancia.mechanism.operation.BeginOperation;
import mx.constancia.mechanism.operation.ConcludeMechanism;
import mx.constancia.mechanism.organization.AssignCoordinationHead;
import mx.constancia.mechanism.organization.AssignTechnicalSecretary;
import mx.constancia.mechanism.organization.DeclareOrganized;
import mx.constancia.mechanism.report.PublishReport;
import mx.constancia.mechanism.session.ConveneSession;
import mx.constancia.mechanism.session.HoldSession;
import mx.constancia.vocabulary.CivilSector;
import mx.constancia.vocabulary.EntryRoute;
import mx.constancia.vocabulary.IncidenceLevel;
import mx.constancia.vocabulary.MechanismType;
import mx.constancia.vocabulary.Modality;
import mx.constancia.vocabulary.Rank;
import mx.constancia.vocabulary.SeatRole;
import mx.constancia.vocabulary.SeparationCause;
import mx.constancia.vocabulary.SessionKind;
import mx.constancia.vocabulary.Tenure;
import mx.constancia.vocabulary.TerritorialCoverage;

/** Whatever order commands come in, what is recorded keeps its order and its invariants. */
class RandomLifeTest {

    /** A command on a day. */
    record Step(LocalDate on, Command<?> command) {
    }

    @Property(tries = 300)
    void theVersionCountsEventsAndNothingRefusedIsRecorded(
            @ForAll boolean federal, @ForAll boolean historical, @ForAll("steps") List<Step> steps) {
        Scenario life = begin(federal, historical);
        for (Step step : steps) {
            MechanismState before = life.state();
            Decision decision = life.on(step.on()).when(step.command()).decision();
            if (decision instanceof Decision.Accepted accepted) {
                life.given(accepted.events());
                assertThat(life.state().version()).isEqualTo(before.version() + accepted.events().size());
            } else {
                assertThat(((Decision.Refused) decision).violations()).isNotEmpty();
            }
        }
    }

    @Property(tries = 300)
    void aSeatAPersonAndAConcludedMechanismKeepTheirInvariants(
            @ForAll boolean federal, @ForAll boolean historical, @ForAll("steps") List<Step> steps) {
        Scenario life = begin(federal, historical);
        for (Step step : steps) {
            if (life.on(step.on()).when(step.command()).decision() instanceof Decision.Accepted accepted) {
                boolean ended = life.state().lifecycle() == Lifecycle.CONCLUDED;
                assertThat(ended && !(step.command() instanceof PublishReport)).isFalse();
                life.given(accepted.events());
            }
            List<Appointment> active = life.state().activeAppointments().toList();
            assertThat(active).extracting(member -> member.seatId() + "/" + member.tenure()).doesNotHaveDuplicates();
            assertThat(active).extracting(Appointment::personRef).doesNotHaveDuplicates();
            assertThat(life.state().lifecycle() == Lifecycle.CONCLUDED && !active.isEmpty()).isFalse();
        }
    }

    @Property(tries = 100)
    void theSameCommandOnTheSameStateIsDecidedTheSame(@ForAll boolean federal, @ForAll("steps") List<Step> steps) {
        Scenario life = begin(federal, true);
        Map<Step, Decision> first = steps.stream().distinct()
                .collect(Collectors.toMap(step -> step, step -> life.on(step.on()).when(step.command()).decision()));
        first.forEach((step, decision) -> assertThat(life.on(step.on()).when(step.command()).decision()).isEqualTo(decision));
    }

    private static Scenario begin(boolean federal, boolean historical) {
        Scenario life = (federal ? Scenario.federal() : Scenario.local()).given(Facts.proposed());
        return historical ? life.historical() : life;
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        Arbitrary<LocalDate> days = Arbitraries.integers().between(-200, 400).map(Facts.START::plusDays);
        return Combinators.combine(days, commands()).as(Step::new).list().ofMinSize(5).ofMaxSize(40);
    }

    private static Arbitrary<Command<?>> commands() {
        return Arbitraries.oneOf(List.of(determinations(), calls(), appointments(), separations(), organization(), sessions(), endings()));
    }

    private static Arbitrary<Command<?>> determinations() {
        return Arbitraries.of(Modality.class).map(modality -> new DetermineMechanism(MechanismType.ADVISORY, modality,
                List.of(IncidenceLevel.OPINION), "doc", null, "Opinar", null,
                new DeclaredCoverage(TerritorialCoverage.NATIONAL, null, null), null, null, null));
    }

    private static Arbitrary<Command<?>> calls() {
        Arbitrary<LocalDate> days = Arbitraries.integers().between(0, 90).map(Facts.START::plusDays);
        Arbitrary<String> ids = Arbitraries.integers().between(1, 3).map(n -> "C-" + n);
        return Arbitraries.oneOf(
                Combinators.combine(days, days.injectNull(0.2)).as((opens, closes) ->
                        new OpenCall(Facts.content(), opens, closes, null, null)),
                Combinators.combine(ids, days).as((id, closes) -> new AmendCall(id, closes, null, "Ampliación")),
                ids.map(id -> new CloseCall(id, 5)),
                Combinators.combine(seats(), persons()).as((seat, person) ->
                        new InviteDirectly(seat, CivilSector.CSO, null, null, person, null, null)));
    }

    private static Arbitrary<Command<?>> appointments() {
        Arbitrary<LocalDate> days = Arbitraries.integers().between(-100, 300).map(Facts.START::plusDays).injectNull(0.5);
        Arbitrary<Tenure> tenures = Arbitraries.of(Tenure.class).injectNull(0.5);
        return Arbitraries.oneOf(
                Combinators.combine(seats(), persons(), tenures, days, Arbitraries.of(EntryRoute.class), Arbitraries.of(SeatRole.class))
                        .as((seat, person, tenure, from, route, role) -> new AppointMember(seat, person, null, CivilSector.CITIZEN, null,
                                null, role, tenure, route, null, null, from, null, null, true, null)),
                Combinators.combine(seats(), persons(), tenures, days).as((seat, person, tenure, from) ->
                        new AppointPublicServant(seat, person, null, null, null, tenure, null, from, null, "Dirección", "Reglamento")));
    }

    private static Arbitrary<Command<?>> separations() {
        Arbitrary<String> deciders = Arbitraries.of("MEMBER", "Oficina");
        return Combinators.combine(Arbitraries.integers().between(1, 8), Arbitraries.of(SeparationCause.class), deciders)
                .as((n, cause, decider) -> new SeparateMember("A-" + n, cause, null, decider, null, null, List.of("doc")));
    }

    private static Arbitrary<Command<?>> organization() {
        return Arbitraries.oneOf(
                persons().map(person -> new AssignTechnicalSecretary(person, null, "Dirección", Rank.MANAGING_OFFICER_OR_EQUIVALENT, null)),
                persons().map(person -> new AssignCoordinationHead(person, null, "Dirección", Rank.DIRECTOR_GENERAL_OR_EQUIVALENT, null)),
                Arbitraries.of(new DeclareOrganized()));
    }

    private static Arbitrary<Command<?>> sessions() {
        Arbitrary<String> ids = Arbitraries.integers().between(1, 3).map(n -> "S-" + n).injectNull(0.5);
        Arbitrary<List<String>> members = Arbitraries.integers().between(1, 4).map(n -> "A-" + n).list().ofMaxSize(2);
        Arbitrary<SessionKind> kinds = Arbitraries.of(SessionKind.class);
        return Arbitraries.oneOf(
                Combinators.combine(ids, kinds, members).as((id, kind, present) ->
                        new HoldSession(id, kind, null, null, present, null, null, null, null)),
                kinds.map(kind -> new ConveneSession(kind, null, Facts.START.plusDays(100), "Sala", null, null, null, null, 3)));
    }

    private static Arbitrary<Command<?>> endings() {
        return Arbitraries.frequencyOf(
                Tuple.of(3, Arbitraries.of(new BeginOperation(null, "https://participa.example"))),
                Tuple.of(1, Arbitraries.of(new ConcludeMechanism("Cumplió su objeto"))),
                Tuple.of(3, Arbitraries.integers().between(2016, 2019).map(year ->
                        new PublishReport(year, null, "doc", "https://participa.example", null, null, null))));
    }

    private static Arbitrary<String> seats() {
        return Arbitraries.of("seat-1", "seat-2", "seat-3");
    }

    private static Arbitrary<String> persons() {
        return Arbitraries.of("person:1", "person:2", "person:3", "person:4");
    }
}
