package mx.constancia.command;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import mx.constancia.agency.RegisterAgency;
import mx.constancia.decision.Command;
import mx.constancia.decision.CommandType;
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
import mx.constancia.vocabulary.MechanismType;
import mx.constancia.vocabulary.Modality;
import mx.constancia.vocabulary.RecordMode;
import mx.constancia.vocabulary.TerritorialCoverage;

/** Submissions of real commands, on an agency that the Guidelines do not bind. */
public final class Submissions {

    public static final String AGENCY = "secretaria";

    private static final LocalDate DAY = LocalDate.of(2019, 5, 2);

    private Submissions() {
    }

    public static Submission registerAgency() {
        return submission(AGENCY, new RegisterAgency("Secretaría de prueba", AgencyKind.AGENCY, Jurisdiction.STATE, null,
                "America/Chihuahua", null), new Actor("udp-1", "UDP", null));
    }

    public static Submission registerMechanism(String id) {
        return submission(id, new RegisterExistingMechanism("Consejo " + id, MechanismType.values()[0], Modality.FACE_TO_FACE,
                List.of(IncidenceLevel.values()[0]), new DeclaredCoverage(TerritorialCoverage.NATIONAL, null, null), "Opinar", null,
                Lifecycle.ORGANIZED, null), officer(AGENCY));
    }

    /** Can be accepted any number of times, for each seat once. */
    public static Submission appoint(String mechanismId, String seatId) {
        return submission(mechanismId, new AppointMember(seatId, "person-" + seatId, "Persona " + seatId, CivilSector.ACADEMIC, null,
                null, null, null, EntryRoute.values()[0], null, null, null, null, null, true, null), officer(AGENCY));
    }

    public static Actor officer(String agencyId) {
        return new Actor("officer-of-" + agencyId, "RESPONSIBLE_UNIT", agencyId);
    }

    public static Submission by(Actor actor, Submission s) {
        return new Submission(s.commandId(), s.type(), s.command(), s.aggregateId(), s.occurredOn(), s.recordMode(), actor, s.onBehalfOf(),
                s.legalBasis(), s.evidence(), s.source(), s.correctsEventId(), s.expectedVersion(), s.idempotencyKey(), s.fingerprint(),
                s.correlationId());
    }

    public static Submission expecting(@Nullable Long version, Submission s) {
        return new Submission(s.commandId(), s.type(), s.command(), s.aggregateId(), s.occurredOn(), s.recordMode(), s.actor(),
                s.onBehalfOf(), s.legalBasis(), s.evidence(), s.source(), s.correctsEventId(), version, s.idempotencyKey(),
                s.fingerprint(), s.correlationId());
    }

    public static Submission withKey(String key, String fingerprint, Submission s) {
        return new Submission(s.commandId(), s.type(), s.command(), s.aggregateId(), s.occurredOn(), s.recordMode(), s.actor(),
                s.onBehalfOf(), s.legalBasis(), s.evidence(), s.source(), s.correctsEventId(), s.expectedVersion(), key, fingerprint,
                s.correlationId());
    }

    public static Submission on(LocalDate day, RecordMode mode, Submission s) {
        return new Submission(s.commandId(), s.type(), s.command(), s.aggregateId(), day, mode, s.actor(), s.onBehalfOf(),
                s.legalBasis(), s.evidence(), s.source(), s.correctsEventId(), s.expectedVersion(), s.idempotencyKey(), s.fingerprint(),
                s.correlationId());
    }

    private static Submission submission(String id, Command<?> command, Actor actor) {
        CommandType type = CommandCatalog.ALL.stream().filter(t -> t.record() == command.getClass()).findFirst().orElseThrow();
        String random = UUID.randomUUID().toString();
        return new Submission(random, type, command, id, DAY, RecordMode.HISTORICAL, actor, null, List.of(), List.of(), null, null, null,
                "key-" + random, "fingerprint-" + random, "correlation-" + random);
    }
}
