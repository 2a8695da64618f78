package mx.constancia.benchmarks.rivals;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.hibernate.envers.RevisionEntity;
import org.hibernate.envers.RevisionListener;
import org.hibernate.envers.RevisionNumber;
import org.hibernate.envers.RevisionTimestamp;

/** Who changed something, when and under which article. */
@Entity
@Table(name = "revision")
@RevisionEntity(AuditRevision.Filled.class)
class AuditRevision {

    @Id
    @GeneratedValue
    @RevisionNumber
    long id;
    @RevisionTimestamp
    long recordedAt;
    String actor = "";
    String role = "";
    String agency = "";
    String occurredOn = "";
    String timeZone = "";
    String recordMode = "";
    String rulebook = "";
    String legalBasis = "";
    String visibility = "";
    String correlationId = "";
    String causationId = "";

    /** Fills each new revision with the trail of a request. */
    static final class Filled implements RevisionListener {

        @Override
        public void newRevision(Object created) {
            AuditRevision revision = (AuditRevision) created;
            Trail trail = Trail.ofRequest();
            revision.actor = trail.actor();
            revision.role = trail.role();
            revision.agency = trail.agency();
            revision.occurredOn = trail.occurredOn();
            revision.timeZone = trail.timeZone();
            revision.recordMode = trail.recordMode();
            revision.rulebook = trail.rulebook();
            revision.legalBasis = trail.legalBasis();
            revision.visibility = trail.visibility();
            revision.correlationId = trail.correlationId();
            revision.causationId = trail.causationId();
        }
    }
}
