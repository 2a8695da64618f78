package mx.constancia.benchmarks.rivals;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import com.zaxxer.hikari.HikariDataSource;

import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.hibernate.cfg.JdbcSettings;
import org.hibernate.envers.AuditReader;
import org.hibernate.envers.AuditReaderFactory;
import org.hibernate.envers.query.AuditEntity;
import org.hibernate.jpa.HibernatePersistenceConfiguration;
import org.hibernate.tool.schema.Action;

/**
 * Hibernate with Envers: rows of mechanisms and appointments, each transaction a revision that says who, when and under which
 * article. The rules are a query before and two constraints. The past is one query of the audit table, for which it has an
 * index that Envers does not make by itself.
 */
public final class EnversAudit implements Alternative {

    private final HikariDataSource pool;
    private final SessionFactory sessions;

    /** On an empty database. */
    public EnversAudit(String jdbcUrl, String user, String password) throws SQLException {
        pool = Pool.of(jdbcUrl, user, password);
        sessions = new HibernatePersistenceConfiguration("envers")
                .managedClasses(AuditedMechanism.class, AuditedAppointment.class, AuditRevision.class)
                .property(JdbcSettings.JAKARTA_NON_JTA_DATASOURCE, pool)
                .schemaToolingAction(Action.CREATE)
                .createEntityManagerFactory();
        try (Connection connection = pool.getConnection(); Statement statement = connection.createStatement()) {
            statement.execute("create index on appointment_aud (mechanism_id, rev)");
        }
    }

    @Override
    public void begin(String mechanismId) {
        sessions.inTransaction(session -> session.persist(new AuditedMechanism(mechanismId)));
    }

    @Override
    public void appoint(String mechanismId, String seatId) {
        Member member = Member.of(seatId);
        member.check();
        sessions.inTransaction(session -> {
            AuditedMechanism mechanism = session.find(AuditedMechanism.class, mechanismId);
            if (isTaken(session, mechanism, member)) {
                throw new IllegalStateException("the seat " + seatId + " is taken, or the person is a member");
            }
            session.persist(new AuditedAppointment(mechanism, member));
        });
    }

    private static boolean isTaken(Session session, AuditedMechanism mechanism, Member member) {
        return !session.createSelectionQuery("""
                        select a.id from AuditedAppointment a
                        where a.mechanism = :mechanism and (a.seatId = :seat or a.personRef = :person)""", Long.class)
                .setParameter("mechanism", mechanism).setParameter("seat", member.seatId()).setParameter("person", member.personRef())
                .setMaxResults(1).list().isEmpty();
    }

    @Override
    public List<Change> timeline(String mechanismId) {
        return sessions.fromTransaction(session -> revisions(session, mechanismId).map(row -> {
            AuditRevision revision = (AuditRevision) row[1];
            return new Change(Instant.ofEpochMilli(revision.recordedAt), revision.actor, revision.legalBasis,
                    ((AuditedAppointment) row[0]).member());
        }).toList());
    }

    @Override
    public String momentAfter(String mechanismId, int appointments) {
        return sessions.fromTransaction(session -> Long.toString(revisions(session, mechanismId).skip(appointments - 1)
                .map(row -> ((AuditRevision) row[1]).id).findFirst().orElseThrow()));
    }

    private static Stream<Object[]> revisions(Session session, String mechanismId) {
        return AuditReaderFactory.get(session).createQuery().forRevisionsOfEntity(AuditedAppointment.class, false, false)
                .add(AuditEntity.relatedId("mechanism").eq(mechanismId))
                .addOrder(AuditEntity.revisionNumber().asc())
                .getResultList().stream().map(Object[].class::cast);
    }

    @Override
    public List<Member> membersAt(String mechanismId, String moment) {
        return sessions.fromTransaction(session -> {
            AuditReader reader = AuditReaderFactory.get(session);
            List<?> found = reader.createQuery().forEntitiesAtRevision(AuditedAppointment.class, Long.parseLong(moment))
                    .add(AuditEntity.relatedId("mechanism").eq(mechanismId)).getResultList();
            return found.stream().map(each -> ((AuditedAppointment) each).member()).toList();
        });
    }

    @Override
    public void close() {
        sessions.close();
        pool.close();
    }
}
