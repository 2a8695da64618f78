package mx.constancia.mechanism.call;

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
import mx.constancia.events.mechanism.CallContent;
import mx.constancia.events.mechanism.CallOpened;
import mx.constancia.history.Lifecycle;
import mx.constancia.history.MechanismState;
import mx.constancia.mechanism.lifecycle.LifecycleRules;
import mx.constancia.mechanism.membership.CivilRules;
import mx.constancia.vocabulary.PublicationChannel;

/**
 * Opens a public call (apertura de la convocatoria pública; G-18).
 *
 * @param content      the six contents
 * @param opensOn      first day for applications
 * @param closesOn     last day for applications; absent when the call is permanent
 * @param channels     where it is published
 * @param seatsOffered what it offers
 */
@CommandSpec(article = "G-18", issuedBy = Role.RESPONSIBLE_UNIT, es = "Abrir convocatoria")
public record OpenCall(
        @Nullable CallContent content,
        LocalDate opensOn,
        @Nullable LocalDate closesOn,
        @Nullable List<PublicationChannel> channels,
        @Nullable List<OfferedSeats> seatsOffered) implements Command.Changing<MechanismState> {

    static final Rule STATE = Rule.precondition("G18-STATE", "G-18", "A call is opened after the mechanism was determined.");
    static final Rule CONTENT_MISSING = Rule.precondition("G18-CONTENT-MISSING", "G-18", "A public call has at least six contents.");
    static final Rule CHANNEL_MISSING = Rule.precondition("G13-CHANNEL-MISSING", "G-13",
            "A public call is made through gob.mx/participa, whatever other media it uses.");
    static final Rule OFFER_EMPTY = Rule.integrity("SEAT-OFFER-EMPTY", "H1", "An offer has at least one seat or alternate.");

    public OpenCall {
        channels = Values.listed(channels);
        seatsOffered = Values.listed(seatsOffered);
    }

    @Override
    public Decision decide(MechanismState state, Context context) {
        Judgement judgement = context.judge();
        CallRules.requireOrder(judgement, opensOn, closesOn);
        judgement.require(STATE, LifecycleRules.hasReached(state, Lifecycle.DETERMINED), null,
                "The mechanism is " + state.lifecycle() + ".");
        CallContent stated = CallContents.orNothing(content);
        for (CallContents one : CallContents.ALL) {
            judgement.require(CONTENT_MISSING, one.isIn(stated), "content." + one.field(),
                    "G-18 " + one.fraction() + ": the " + one.inWords() + " is missing (" + one.field() + ").");
        }
        judgement.require(CHANNEL_MISSING, channels.contains(PublicationChannel.GOB_MX_PARTICIPA), "channels",
                "The call is not published on GOB_MX_PARTICIPA.");
        for (int i = 0; i < seatsOffered.size(); i++) {
            OfferedSeats offer = seatsOffered.get(i);
            String path = "seatsOffered[" + i + "]";
            judgement.require(OFFER_EMPTY, !offer.isEmpty(), path, "The offer for " + offer.sector() + " is empty.");
            CivilRules.judgeSector(judgement, path + ".sector", offer.sector(), offer.sectorDescription());
        }
        return judgement.record(new CallOpened("C-" + (state.calls().size() + 1), stated, opensOn, closesOn,
                Values.codes(channels), seatsOffered.stream().map(OfferedSeats::asRecorded).toList()));
    }
}
