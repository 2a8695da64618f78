package mx.constancia.query.agency;

import mx.constancia.history.AgencyState;
import mx.constancia.query.http.Coded;
import mx.constancia.vocabulary.AgencyKind;
import mx.constancia.vocabulary.Jurisdiction;
import mx.constancia.vocabulary.LabourRegime;

import org.jspecify.annotations.Nullable;

/** An agency as people read it: components as in {@link AgencyState}, codes with their labels. */
record AgencyView(
        String id, long version, String name, @Nullable Coded kind, @Nullable Coded jurisdiction, @Nullable Coded labourRegime,
        String timeZone, @Nullable String legalCreation) {

    static AgencyView of(AgencyState state) {
        return new AgencyView(state.agencyId(), state.version(), state.name(), Coded.of(AgencyKind.class, state.kind()),
                Coded.of(Jurisdiction.class, state.jurisdiction()), Coded.of(LabourRegime.class, state.labourRegime()),
                state.timeZone(), state.legalCreation());
    }
}
