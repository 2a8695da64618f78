package mx.constancia.mechanism.session;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

import mx.constancia.decision.Command;
import mx.constancia.decision.CommandSpec;
import mx.constancia.decision.Context;
import mx.constancia.decision.Decision;
import mx.constancia.decision.Judgement;
import mx.constancia.decision.Role;
import mx.constancia.decision.Rule;
import mx.constancia.decision.Values;
import mx.constancia.events.mechanism.SessionConvened;
import mx.constancia.history.Lifecycle;
import mx.constancia.history.MechanismState;
import mx.constancia.mechanism.lifecycle.LifecycleRules;
import mx.constancia.vocabulary.SessionKind;

/**
 * Convenes a session (convocatoria a sesión; G-23 I).
 *
 * @param kind       first, ordinary, extraordinary or working
 * @param number     number in the mechanism's own count
 * @param date       day of the session
 * @param place      place, for a session in person
 * @param link       link, for a session at a distance
 * @param agenda     agenda items (orden del día)
 * @param documents  ids of the documents sent
 * @param sentOn     day on which the notice was sent; the legal date when absent
 * @param recipients number of recipients
 */
@CommandSpec(article = "G-23", issuedBy = {Role.TECHNICAL_SECRETARY, Role.COORDINATION_HEAD, Role.RESPONSIBLE_UNIT},
        es = "Convocar a sesión")
public record ConveneSession(
        SessionKind kind,
        @Nullable String number,
        LocalDate date,
        @Nullable String place,
        @Nullable String link,
        @Nullable List<String> agenda,
        @Nullable List<String> documents,
        @Nullable LocalDate sentOn,
        Integer recipients) implements Command.Changing<MechanismState> {

    static final Rule STATE = Rule.precondition("G23-SESSION-STATE", "G-23", "Sessions are convened once the mechanism is organized.");
    static final Rule PLACE_MISSING = Rule.precondition("G23-PLACE-MISSING", "G-23",
            "A notice names the place of the session or its link.");
    static final Rule NOTICE_DATES = Rule.integrity("NOTICE-DATES", "H1", "The notice of a session is sent on or before its day.");

    public ConveneSession {
        agenda = Values.listed(agenda);
        documents = Values.listed(documents);
    }

    @Override
    public Decision decide(MechanismState state, Context context) {
        LocalDate sent = sentOn == null ? context.occurredOn() : sentOn;
        Judgement judgement = context.judge();
        SessionRules.requireOneFirst(judgement, state, kind);
        return judgement
                .require(STATE, LifecycleRules.hasReached(state, Lifecycle.ORGANIZED), null, "The mechanism is " + state.lifecycle() + ".")
                .require(PLACE_MISSING, Values.isGiven(place) || Values.isGiven(link), "place", "Neither place nor link is named.")
                .require(NOTICE_DATES, !sent.isAfter(date), "sentOn",
                        "The session is on " + date + "; the notice was sent on " + sent + ".")
                .record(new SessionConvened(SessionRules.nextId(state), kind.name(), number, date, place, link, agenda, documents, sent,
                        recipients));
    }
}
