package mx.constancia.mechanism.call;

import java.util.List;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import mx.constancia.decision.Values;
import mx.constancia.events.mechanism.CallContent;

/**
 * One of the six contents of a public call (contenido de la convocatoria; G-18 I to VI).
 *
 * @param fraction fraction of G-18
 * @param field    its field
 * @param inWords  its name in a message
 * @param of       reads it
 */
record CallContents(String fraction, String field, String inWords, Function<CallContent, @Nullable String> of) {

    static final List<CallContents> ALL = List.of(
            new CallContents("I", "typeModalityIncidence", "type, modality and level of incidence", CallContent::typeModalityIncidence),
            new CallContents("II", "purpose", "purpose", CallContent::purpose),
            new CallContents("III", "civilProfile", "profile of the civil society representatives", CallContent::civilProfile),
            new CallContents("IV", "formationDeadlines", "deadlines of the formation", CallContent::formationDeadlines),
            new CallContents("V", "geographicDemarcation", "geographical demarcation", CallContent::geographicDemarcation),
            new CallContents("VI", "responsibleOfficer", "public servant in charge", CallContent::responsibleOfficer));

    private static final CallContent NOTHING = new CallContent(null, null, null, null, null, null);

    static CallContent orNothing(@Nullable CallContent content) {
        return content == null ? NOTHING : content;
    }

    /** What an amendment changes, and for the rest what stood before. */
    static CallContent amended(CallContent before, CallContent change) {
        return new CallContent(
                given(change.typeModalityIncidence(), before.typeModalityIncidence()),
                given(change.purpose(), before.purpose()),
                given(change.civilProfile(), before.civilProfile()),
                given(change.formationDeadlines(), before.formationDeadlines()),
                given(change.geographicDemarcation(), before.geographicDemarcation()),
                given(change.responsibleOfficer(), before.responsibleOfficer()));
    }

    private static @Nullable String given(@Nullable String change, @Nullable String before) {
        return Values.isGiven(change) ? change : before;
    }

    boolean isIn(CallContent content) {
        return Values.isGiven(of.apply(content));
    }
}
