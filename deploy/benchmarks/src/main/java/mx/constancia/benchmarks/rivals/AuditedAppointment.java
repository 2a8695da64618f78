package mx.constancia.benchmarks.rivals;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;

import org.hibernate.envers.Audited;
import org.jspecify.annotations.Nullable;

/** An appointment as a row whose changes Envers keeps. Two constraints hold the rules when two clients come at once. */
@Entity
@Audited
@Table(name = "appointment", uniqueConstraints = {
    @UniqueConstraint(columnNames = {"mechanism_id", "seatId"}),
    @UniqueConstraint(columnNames = {"mechanism_id", "personRef"})})
class AuditedAppointment {

    @Id
    @GeneratedValue
    @Nullable Long id;
    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @Nullable AuditedMechanism mechanism;
    String seatId = "";
    String personRef = "";
    String publicName = "";
    String memberKind = "";
    String sector = "";
    String representedBody = "";
    String seatRole = "";
    String tenure = "";
    String entryRoute = "";
    String fromDay = "";
    String plannedTo = "";
    String remuneration = "";
    boolean noLabourRelation;
    String accreditationDoc = "";

    /** For Hibernate. */
    AuditedAppointment() {
    }

    AuditedAppointment(AuditedMechanism mechanism, Member member) {
        this.mechanism = mechanism;
        seatId = member.seatId();
        personRef = member.personRef();
        publicName = member.publicName();
        memberKind = member.memberKind();
        sector = member.sector();
        representedBody = member.representedBody();
        seatRole = member.seatRole();
        tenure = member.tenure();
        entryRoute = member.entryRoute();
        fromDay = member.from();
        plannedTo = member.plannedTo();
        remuneration = member.remuneration();
        noLabourRelation = member.noLabourRelation();
        accreditationDoc = member.accreditationDoc();
    }

    Member member() {
        return new Member(seatId, personRef, publicName, memberKind, sector, representedBody, seatRole, tenure, entryRoute, fromDay,
                plannedTo, remuneration, noLabourRelation, accreditationDoc);
    }
}
