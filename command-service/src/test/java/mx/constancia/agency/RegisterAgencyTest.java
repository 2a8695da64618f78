package mx.constancia.agency;

import static mx.constancia.guidelines.Scenario.federal;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;

import org.junit.jupiter.api.Test;

import mx.constancia.events.agency.AgencyRegistered;
import mx.constancia.guidelines.Scenario;
import mx.constancia.vocabulary.AgencyKind;
import mx.constancia.vocabulary.Jurisdiction;
import mx.constancia.vocabulary.LabourRegime;

class RegisterAgencyTest {

    private static RegisterAgency registration(AgencyKind kind, Jurisdiction jurisdiction, String timeZone) {
        return new RegisterAgency("Dependencia", kind, jurisdiction, LabourRegime.B, timeZone, null);
    }

    @Test
    void anAgencyIsRegisteredUnderTheIdOfItsAddress() {
        federal().withoutAgency().when(registration(AgencyKind.AGENCY, Jurisdiction.FEDERAL_AGENCY, "America/Mexico_City"))
                .thenRecorded(new AgencyRegistered(Scenario.MECHANISM, "Dependencia", "AGENCY", "FEDERAL_AGENCY", "B",
                        "America/Mexico_City", null))
                .thenNothingFound();
    }

    @Test
    void itsOwnJurisdictionAndZoneDecideWhichRulebookJudgesIt() {
        RegisterAgency registration = registration(AgencyKind.AGENCY, Jurisdiction.MUNICIPAL, "America/Chihuahua");
        assertThat(registration.ownJurisdiction()).contains(Jurisdiction.MUNICIPAL);
        assertThat(registration.ownZone()).contains(ZoneId.of("America/Chihuahua"));
    }

    @Test
    void aTimeZoneThatDoesNotExistIsRefused() {
        RegisterAgency registration = registration(AgencyKind.AGENCY, Jurisdiction.CDMX, "America/Aztlan");
        assertThat(registration.ownZone()).isEmpty();
        federal().when(registration).thenRefused("TIME-ZONE-UNKNOWN").thenRefusedAt("timeZone");
    }

    @Test
    void aParastatalBodyIsNotAFederalAgency() {
        federal().when(registration(AgencyKind.ENTITY, Jurisdiction.FEDERAL_AGENCY, "America/Mexico_City"))
                .thenRefused("G2-KIND-MISMATCH").asConflict(false);
    }

    @Test
    void aCentralBodyIsNotAFederalEntity() {
        federal().when(registration(AgencyKind.AGENCY, Jurisdiction.FEDERAL_ENTITY, "America/Mexico_City"))
                .thenRefused("G2-KIND-MISMATCH");
    }

    @Test
    void aRegistrationWithoutItsJurisdictionIsRefusedBeforeItIsDecided() {
        federal().when(new RegisterAgency("Dependencia", AgencyKind.AGENCY, null, null, " ", null))
                .thenRefused("FIELD-MISSING", "FIELD-MISSING").thenRefusedAt("jurisdiction", "timeZone");
    }
}
