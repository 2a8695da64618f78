package mx.constancia.guidelines;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import mx.constancia.decision.AggregateKind;
import mx.constancia.decision.Command;
import mx.constancia.decision.CommandType;
import mx.constancia.decision.Context;
import mx.constancia.decision.Decision;
import mx.constancia.decision.Rulebook;
import mx.constancia.decision.Submission;
import mx.constancia.decision.Violation;
import mx.constancia.events.Actor;
import mx.constancia.events.DomainEvent;
import mx.constancia.events.Envelope;
import mx.constancia.events.Evidence;
import mx.constancia.events.Finding;
import mx.constancia.events.LegalBasis;
import mx.constancia.events.RecordedEvent;
import mx.constancia.events.Source;
import mx.constancia.history.AgencyState;
import mx.constancia.history.MechanismHistory;
import mx.constancia.history.MechanismState;
import mx.constancia.vocabulary.Jurisdiction;
import mx.constancia.vocabulary.RecordMode;

/** Tests as sentences: given a mechanism's facts, when a command comes, then this is recorded, found or refused. */
public final class Scenario {

    /** The legal date of a scenario that names none. */
    public static final LocalDate DAY = LocalDate.of(2018, 3, 1);

    /** The mechanism of every scenario. */
    public static final String MECHANISM = "consejo";

    /** The agency of every scenario. */
    public static final String AGENCY = "dependencia";

    private static final ZoneId ZONE = ZoneId.of("America/Mexico_City");

    private final Jurisdiction jurisdiction;
    private Optional<AgencyState> agency;
    private Optional<MechanismState> state = Optional.empty();
    private LocalDate occurredOn = DAY;
    private LocalDate today = DAY;
    private RecordMode mode = RecordMode.LIVE;
    private Optional<Source> source = Optional.empty();

    private Scenario(Jurisdiction jurisdiction) {
        this.jurisdiction = jurisdiction;
        this.agency = Optional.of(new AgencyState(AGENCY, 1, "Dependencia de muestra", "AGENCY", jurisdiction.name(), "B",
                ZONE.getId(), null));
    }

    /** A federal agency, so that the Guidelines bind facts from 12 August 2017 on. */
    public static Scenario federal() {
        return new Scenario(Jurisdiction.FEDERAL_AGENCY);
    }

    /** A municipality, so that integrity rules alone bind. */
    public static Scenario local() {
        return new Scenario(Jurisdiction.MUNICIPAL);
    }

    /** Facts recorded before, on the legal date that stands now. */
    public Scenario given(DomainEvent... events) {
        return given(List.of(events));
    }

    /** See {@link #given(DomainEvent...)}. */
    public Scenario given(List<DomainEvent> events) {
        for (DomainEvent event : events) {
            long version = state.map(MechanismState::version).orElse(0L) + 1;
            state = Optional.of(MechanismHistory.evolve(state, new RecordedEvent(version - 1, "event-" + version,
                    "mechanism-" + MECHANISM, version, Instant.EPOCH, envelope(), event)));
        }
        return this;
    }

    /** The agency is not registered. */
    public Scenario withoutAgency() {
        agency = Optional.empty();
        return this;
    }

    /** The legal date of what follows; recorded on the same day. */
    public Scenario on(LocalDate date) {
        occurredOn = date;
        today = date;
        return this;
    }

    /** The day of recording. */
    public Scenario recordedOn(LocalDate date) {
        today = date;
        return this;
    }

    /** What follows is recorded as history. */
    public Scenario historical() {
        mode = RecordMode.HISTORICAL;
        return this;
    }

    /** What follows cites a source. */
    public Scenario citing(String reference) {
        source = Optional.of(new Source(reference, false));
        return this;
    }

    /** Decides a command. */
    public Outcome when(Command<?> command) {
        return new Outcome(decide(command, mode), decide(command, RecordMode.HISTORICAL));
    }

    private Decision decide(Command<?> command, RecordMode recordMode) {
        return Decisions.decide(submission(command), state, context(recordMode), Period.ofDays(30));
    }

    /** Decides a command and goes on with what it recorded. */
    public Scenario after(Command<?> command) {
        return given(when(command).events());
    }

    /** The state so far. */
    public MechanismState state() {
        return state.orElseThrow();
    }

    private Context context(RecordMode recordMode) {
        return new Context(MECHANISM, occurredOn, today, ZONE, recordMode, rulebook(), actor(), agency);
    }

    private Rulebook rulebook() {
        return Rulebook.on(occurredOn, jurisdiction);
    }

    private static Actor actor() {
        return new Actor("account-1", "RESPONSIBLE_UNIT", AGENCY);
    }

    private Envelope envelope() {
        return new Envelope(occurredOn, ZONE.getId(), AGENCY, actor(), null, rulebook().id(), List.of(), mode.name(), List.of(),
                List.<Evidence>of(), null, "PUBLIC", "corr-1", "cmd-1", null, List.of());
    }

    private Submission submission(Command<?> command) {
        @SuppressWarnings("unchecked")
        CommandType type = CommandType.of(AggregateKind.MECHANISM, (Class<? extends Command<?>>) command.getClass());
        return new Submission("cmd-2", type, command, MECHANISM, occurredOn, mode, actor(), null, List.<LegalBasis>of(), List.of(),
                source.orElse(null), null, null, "key-1", "0".repeat(64), "corr-2");
    }

    /**
     * What a command came to.
     *
     * @param decision what it came to
     * @param history  what it would have come to as history
     */
    public record Outcome(Decision decision, Decision history) {

        /** Exactly these events. */
        public Outcome thenRecorded(DomainEvent... expected) {
            assertThat(events()).containsExactly(expected);
            return this;
        }

        /** Exactly these findings, by code. */
        public Outcome thenFound(String... codes) {
            assertThat(accepted().findings()).extracting(Finding::code).containsExactlyInAnyOrder(codes);
            return this;
        }

        /** Accepted without findings. */
        public Outcome thenNothingFound() {
            return thenFound();
        }

        /** Refused by exactly these rules. */
        public Outcome thenRefused(String... codes) {
            assertThat(violations()).extracting(violation -> violation.rule().code()).containsExactlyInAnyOrder(codes);
            return this;
        }

        /** Recorded as history, the same rules are findings. */
        public Outcome butFoundInHistory() {
            assertThat(history).isInstanceOf(Decision.Accepted.class);
            assertThat(((Decision.Accepted) history).findings()).extracting(Finding::code)
                    .containsAll(violations().stream().map(violation -> violation.rule().code()).toList());
            return this;
        }

        /** Refused at exactly these fields. */
        public Outcome thenRefusedAt(String... fields) {
            assertThat(violations()).extracting(Violation::field).containsExactlyInAnyOrder(fields);
            return this;
        }

        /** Refused, all of it as a conflict with the state (409), or none of it (422). */
        public Outcome asConflict(boolean conflict) {
            assertThat(violations()).allMatch(violation -> violation.rule().conflict() == conflict);
            return this;
        }

        /** The events of an accepted command. */
        public List<DomainEvent> events() {
            return accepted().events();
        }

        private Decision.Accepted accepted() {
            assertThat(decision).isInstanceOf(Decision.Accepted.class);
            return (Decision.Accepted) decision;
        }

        private List<Violation> violations() {
            assertThat(decision).isInstanceOf(Decision.Refused.class);
            return new ArrayList<>(((Decision.Refused) decision).violations());
        }
    }
}
