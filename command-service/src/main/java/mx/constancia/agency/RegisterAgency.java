package mx.constancia.agency;

import java.time.ZoneId;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import mx.constancia.decision.Command;
import mx.constancia.decision.CommandSpec;
import mx.constancia.decision.Context;
import mx.constancia.decision.Decision;
import mx.constancia.decision.Role;
import mx.constancia.decision.Rule;
import mx.constancia.events.agency.AgencyRegistered;
import mx.constancia.history.AgencyState;
import mx.constancia.vocabulary.AgencyKind;
import mx.constancia.vocabulary.Jurisdiction;
import mx.constancia.vocabulary.LabourRegime;

/**
 * Registers an agency or entity (registro de la dependencia o entidad; G-2).
 *
 * @param name          official name
 * @param kind          central or parastatal
 * @param jurisdiction  order of government; decides whether the Guidelines bind it
 * @param labourRegime  selects the calendar of business days
 * @param timeZone      IANA zone of its seat
 * @param legalCreation the norm that created it
 */
@CommandSpec(article = "G-2", issuedBy = Role.UDP, es = "Registrar dependencia o entidad")
public record RegisterAgency(
        String name,
        AgencyKind kind,
        Jurisdiction jurisdiction,
        @Nullable LabourRegime labourRegime,
        String timeZone,
        @Nullable String legalCreation) implements Command.Creating<AgencyState> {

    static final Rule TIME_ZONE_UNKNOWN = Rule.integrity("TIME-ZONE-UNKNOWN", "H1",
            "The time zone of an agency is one of the IANA database.");
    static final Rule KIND_MISMATCH = Rule.integrity("G2-KIND-MISMATCH", "G-2",
            "A federal agency is a central body and a federal entity a parastatal one.");

    @Override
    public Decision decide(Context context) {
        return context.judge()
                .require(TIME_ZONE_UNKNOWN, ownZone().isPresent(), "timeZone", "There is no time zone '" + timeZone + "'.")
                .require(KIND_MISMATCH, kindMatches(), "kind", "A body of the kind " + kind + " cannot be a " + jurisdiction + ".")
                .record(new AgencyRegistered(context.aggregateId(), name, kind.name(), jurisdiction.name(),
                        labourRegime == null ? null : labourRegime.name(), timeZone, legalCreation));
    }

    private boolean kindMatches() {
        return switch (jurisdiction) {
            case FEDERAL_AGENCY -> kind == AgencyKind.AGENCY;
            case FEDERAL_ENTITY -> kind == AgencyKind.ENTITY;
            case STATE, MUNICIPAL, CDMX, OTHER -> true;
        };
    }

    @Override
    public Optional<Jurisdiction> ownJurisdiction() {
        return Optional.ofNullable(jurisdiction);
    }

    @Override
    public Optional<ZoneId> ownZone() {
        return Optional.ofNullable(timeZone).filter(ZoneId.getAvailableZoneIds()::contains).map(ZoneId::of);
    }
}
