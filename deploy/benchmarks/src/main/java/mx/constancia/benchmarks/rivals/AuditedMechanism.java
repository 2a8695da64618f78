package mx.constancia.benchmarks.rivals;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.hibernate.envers.Audited;

/** A mechanism as a row whose changes Envers keeps. */
@Entity
@Audited
@Table(name = "mechanism")
class AuditedMechanism {

    @Id
    String id = "";
    String name = "Consejo de muestra";
    String mechanismType = "ADVISORY";
    String modality = "FACE_TO_FACE";
    String purpose = "Opinar";

    /** For Hibernate. */
    AuditedMechanism() {
    }

    AuditedMechanism(String id) {
        this.id = id;
    }
}
