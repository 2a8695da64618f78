package mx.constancia.history;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

import mx.constancia.events.mechanism.CallContent;
import mx.constancia.events.mechanism.SeatOffer;

/**
 * A public call (convocatoria pública; G-18).
 *
 * @param callId       id within the mechanism
 * @param content      the six contents as last amended
 * @param opensOn      first day for applications
 * @param closesOn     last day as last amended; absent when the call is permanent
 * @param channels     where it was published
 * @param seatsOffered what it offers
 * @param amendments   number of amendments
 * @param closedOn     day of its closing; absent while open
 * @param applications number of applications, once closed
 */
public record PublicCall(
        String callId,
        CallContent content,
        LocalDate opensOn,
        @Nullable LocalDate closesOn,
        List<String> channels,
        List<SeatOffer> seatsOffered,
        int amendments,
        @Nullable LocalDate closedOn,
        @Nullable Integer applications) {

    /** Whether the call has not been closed. */
    public boolean isOpen() {
        return closedOn == null;
    }

    PublicCall amended(@Nullable LocalDate newClosesOn, @Nullable CallContent newContent) {
        return new PublicCall(callId, newContent == null ? content : newContent, opensOn, newClosesOn == null ? closesOn : newClosesOn,
                channels, seatsOffered, amendments + 1, closedOn, applications);
    }

    PublicCall closed(LocalDate on, int received) {
        return new PublicCall(callId, content, opensOn, closesOn, channels, seatsOffered, amendments, on, received);
    }
}
