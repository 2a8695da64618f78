package mx.constancia.command.axon;

import static mx.constancia.command.Submissions.appoint;
import static mx.constancia.command.Submissions.by;
import static mx.constancia.command.Submissions.expecting;
import static mx.constancia.command.Submissions.officer;
import static mx.constancia.command.Submissions.on;
import static mx.constancia.command.Submissions.registerAgency;
import static mx.constancia.command.Submissions.registerMechanism;
import static mx.constancia.command.Submissions.withKey;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import mx.constancia.command.LogDatabase;
import mx.constancia.command.Submissions;
import mx.constancia.command.TestNode;
import mx.constancia.decision.Outcome;
import mx.constancia.decision.Outcome.Recorded;
import mx.constancia.decision.Outcome.Rejected;
import mx.constancia.decision.Submission;
import mx.constancia.events.Envelope;
import mx.constancia.events.EventCodec;
import mx.constancia.events.Finding;
import mx.constancia.events.RecordedEvent;
import mx.constancia.testing.Parts;
import mx.constancia.vocabulary.RecordMode;

class DispatcherIT {

    private static final Instant NOW = Instant.parse("2026-03-02T05:30:00Z");

    private TestNode node;

    @BeforeEach
    void start() {
        LogDatabase database = LogDatabase.migrated(Parts.postgres().newDatabase());
        node = TestNode.on(database, Clock.fixed(NOW, ZoneOffset.UTC));
        node.record(registerAgency());
        node.record(registerMechanism("consejo"));
    }

    @AfterEach
    void stop() {
        node.close();
    }

    @Test
    void anAcceptedCommandIsRecordedInItsEnvelope() {
        Submission submission = appoint("consejo", "s1");

        Recorded recorded = (Recorded) node.dispatch(submission);

        assertThat(recorded.version()).isEqualTo(2);
        assertThat(recorded.position()).isEqualTo(2);
        assertThat(recorded.replayed()).isFalse();
        assertThat(recorded.events()).isEqualTo(node.log().readFrom(2, 10));
        RecordedEvent event = EventCodec.decode(recorded.events().getFirst());
        assertThat(event.recordedAt()).isEqualTo(NOW);
        Envelope envelope = event.envelope();
        assertThat(envelope.agencyId()).isEqualTo(Submissions.AGENCY);
        assertThat(envelope.timeZone()).isEqualTo("America/Chihuahua");
        assertThat(envelope.rulebookId()).isEqualTo("LOCAL-GENERIC");
        assertThat(envelope.ruleRefs()).startsWith("G-17");
        assertThat(envelope.causationId()).isEqualTo(submission.commandId());
        assertThat(envelope.correlationId()).isEqualTo(submission.correlationId());
        assertThat(envelope.actor()).isEqualTo(submission.actor());
    }

    @Test
    void aRetryWithTheSameKeyGetsTheSameAnswerAndRecordsNothing() {
        Submission submission = expecting(1L, appoint("consejo", "s1"));
        Recorded first = (Recorded) node.dispatch(submission);

        Outcome second = node.dispatch(submission);

        assertThat(second).isEqualTo(new Recorded(first.version(), first.events(), true));
        assertThat(node.log().headPosition()).isEqualTo(2);
    }

    @Test
    void aRetryOfACreatingCommandGetsTheSameAnswer() {
        Submission submission = registerMechanism("comite");
        node.dispatch(submission);

        assertThat(node.dispatch(submission)).asInstanceOf(type(Recorded.class)).extracting(Recorded::replayed).isEqualTo(true);
    }

    @Test
    void aKeyThatWasUsedForAnotherRequestIsRefused() {
        node.dispatch(withKey("key", "one request", appoint("consejo", "s1")));

        assertThat(node.dispatch(withKey("key", "another request", appoint("consejo", "s2")))).isEqualTo(new Outcome.KeyReused());
        assertThat(node.log().headPosition()).isEqualTo(2);
    }

    @Test
    void aStaleExpectationIsRefused() {
        node.dispatch(appoint("consejo", "s1"));

        assertThat(node.dispatch(expecting(1L, appoint("consejo", "s2")))).isEqualTo(new Outcome.Stale(2));
        assertThat(node.dispatch(expecting(7L, appoint("consejo", "s2")))).isEqualTo(new Outcome.Stale(2));
    }

    @Test
    void aMechanismThatExistsIsNotBegunAgain() {
        assertThat(node.dispatch(registerMechanism("consejo"))).isEqualTo(new Outcome.AlreadyExists(1));
    }

    @Test
    void aCommandThatWouldAlsoBeRejectedStillHearsThatTheMechanismExists() {
        Submission live = on(LocalDate.of(2026, 3, 1), RecordMode.LIVE, registerMechanism("consejo"));

        assertThat(node.dispatch(live)).isEqualTo(new Outcome.AlreadyExists(1));
    }

    @Test
    void aMechanismThatDoesNotExistIsUnknown() {
        assertThat(node.dispatch(appoint("comite", "s1"))).isEqualTo(new Outcome.Unknown());
    }

    @Test
    void anOfficerOfAnotherAgencyIsOutOfScope() {
        assertThat(node.dispatch(by(officer("otra"), appoint("consejo", "s1"))))
                .isEqualTo(new Outcome.OutOfScope(Submissions.AGENCY));
    }

    @Test
    void aRejectedCommandRecordsNothingAndHarmsNothing() {
        node.dispatch(appoint("consejo", "s1"));

        Outcome rejected = node.dispatch(appoint("consejo", "s1"));

        assertThat(rejected).isInstanceOf(Rejected.class);
        assertThat(node.log().headPosition()).isEqualTo(2);
        assertThat(node.dispatch(appoint("consejo", "s2"))).asInstanceOf(type(Recorded.class)).extracting(Recorded::version)
                .isEqualTo(3L);
    }

    @Test
    void todayIsTheDayAtTheSeatOfTheAgency() {
        LocalDate dayInChihuahua = LocalDate.of(2026, 3, 1);

        assertThat(node.dispatch(on(dayInChihuahua, RecordMode.LIVE, appoint("consejo", "s1")))).isInstanceOf(Recorded.class);
        assertThat(node.dispatch(on(dayInChihuahua.plusDays(1), RecordMode.LIVE, appoint("consejo", "s2"))))
                .asInstanceOf(type(Rejected.class)).satisfies(rejected -> assertThat(rejected.violations())
                        .extracting(violation -> violation.rule().code()).contains("FUTURE-DATE"));
    }

    @Test
    void findingsTravelWithTheFirstEvent() {
        Recorded recorded = (Recorded) node.dispatch(on(LocalDate.of(2026, 1, 5), RecordMode.LIVE, appoint("consejo", "s1")));

        Envelope envelope = EventCodec.decodeEnvelope(recorded.events().getFirst());
        assertThat(envelope.findings()).extracting(Finding::code).contains("LATE-RECORDING");
    }
}
