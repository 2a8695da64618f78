package mx.constancia.benchmarks;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

import org.flywaydb.core.Flyway;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

import mx.constancia.agency.RegisterAgency;
import mx.constancia.command.axon.AxonConfiguration;
import mx.constancia.command.axon.CommandProperties;
import mx.constancia.command.eventlog.EventLogConfiguration;
import mx.constancia.command.eventlog.EventLogProperties;
import mx.constancia.decision.Command;
import mx.constancia.decision.CommandDispatcher;
import mx.constancia.decision.CommandType;
import mx.constancia.decision.Outcome;
import mx.constancia.decision.Submission;
import mx.constancia.events.Actor;
import mx.constancia.guidelines.CommandCatalog;
import mx.constancia.history.Lifecycle;
import mx.constancia.mechanism.creation.DeclaredCoverage;
import mx.constancia.mechanism.creation.RegisterExistingMechanism;
import mx.constancia.mechanism.membership.AppointMember;
import mx.constancia.vocabulary.AgencyKind;
import mx.constancia.vocabulary.CivilSector;
import mx.constancia.vocabulary.EntryRoute;
import mx.constancia.vocabulary.IncidenceLevel;
import mx.constancia.vocabulary.Jurisdiction;
import mx.constancia.vocabulary.LabourRegime;
import mx.constancia.vocabulary.MechanismType;
import mx.constancia.vocabulary.Modality;
import mx.constancia.vocabulary.RecordMode;
import mx.constancia.vocabulary.TerritorialCoverage;

/** The command side without HTTP: rules, Axon and the event log, in this process. */
final class CommandNode implements AutoCloseable {

    private static final String AGENCY = "muestra";
    private static final String ROLE = "constancia_app";
    static final LocalDate DAY = LocalDate.of(2019, 3, 4);

    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
    private final CommandDispatcher dispatcher;
    private final AtomicInteger next = new AtomicInteger();

    /** Creates the schema where it is not there, and starts. */
    CommandNode(String jdbcUrl, String user, String password) {
        Flyway.configure().dataSource(jdbcUrl, user, password).placeholders(Map.of("appRole", ROLE)).load().migrate();
        context.registerBean(HikariDataSource.class, () -> pool(jdbcUrl, user, password));
        context.registerBean(JdbcTemplate.class, () -> new JdbcTemplate(context.getBean(HikariDataSource.class)));
        context.registerBean(JdbcClient.class, () -> JdbcClient.create(context.getBean(JdbcTemplate.class)));
        context.registerBean(MeterRegistry.class, SimpleMeterRegistry::new);
        context.registerBean(Clock.class, Clock::systemUTC);
        context.registerBean(EventLogProperties.class,
                () -> new EventLogProperties(ROLE, 2000, 500, 4_000_000, Duration.ofSeconds(8)));
        context.registerBean(CommandProperties.class, () -> new CommandProperties(
                10_000, Duration.ofSeconds(5), Duration.ofSeconds(5), 20, 500, Period.ofDays(30), 200_000));
        context.register(EventLogConfiguration.class, AxonConfiguration.class);
        context.refresh();
        dispatcher = context.getBean(CommandDispatcher.class);
        dispatcher.dispatch(submission(AGENCY, new RegisterAgency("Secretaría de muestra", AgencyKind.AGENCY, Jurisdiction.FEDERAL_AGENCY,
                LabourRegime.B, "America/Mexico_City", null), new Actor("udp-1", "UDP", "segob")));
    }

    private static HikariDataSource pool(String jdbcUrl, String user, String password) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(jdbcUrl);
        config.setUsername(user);
        config.setPassword(password);
        config.setConnectionInitSql("set role " + ROLE);
        return new HikariDataSource(config);
    }

    /** Begins so many mechanisms, and gives the number that distinguishes them. */
    int begin(int mechanisms) {
        int set = next.getAndIncrement();
        for (int number = 0; number < mechanisms; number++) {
            record(submission(mechanism(set, number), new RegisterExistingMechanism("Consejo de muestra", MechanismType.ADVISORY,
                    Modality.FACE_TO_FACE, List.of(IncidenceLevel.DIALOGUE), new DeclaredCoverage(TerritorialCoverage.NATIONAL, null, null),
                    "Opinar", null, Lifecycle.ORGANIZED, null), officer()));
        }
        return set;
    }

    /** Appoints a member; returns when that is durable. */
    void appoint(int set, int mechanism, String seat) {
        record(appointment(set, mechanism, seat));
    }

    /** A command that appoints a member. */
    static Submission appointment(int set, int mechanism, String seat) {
        return submission(mechanism(set, mechanism), new AppointMember(seat, "person:" + seat, "Persona integrante " + seat,
                CivilSector.ACADEMIC, null, "Universidad de muestra", null, null, EntryRoute.ELECTED_BY_CONSTITUENCY, null, null, null,
                DAY.plusYears(3), null, true, "doc-acreditacion"), officer());
    }

    private void record(Submission submission) {
        if (!(dispatcher.dispatch(submission) instanceof Outcome.Recorded)) {
            throw new IllegalStateException("not recorded: " + submission);
        }
    }

    private static Actor officer() {
        return new Actor("oficial-1", "RESPONSIBLE_UNIT", AGENCY);
    }

    private static String mechanism(int set, int number) {
        return "m-" + set + "-" + number;
    }

    private static Submission submission(String id, Command<?> command, Actor actor) {
        CommandType type = CommandCatalog.ALL.stream().filter(candidate -> candidate.record() == command.getClass()).findFirst().orElseThrow();
        String unique = UUID.randomUUID().toString();
        return new Submission(unique, type, command, id, DAY, RecordMode.HISTORICAL, actor, null, List.of(), List.of(), null, null, null,
                unique, unique.replace("-", "").repeat(2), unique);
    }

    @Override
    public void close() {
        context.close();
    }
}
