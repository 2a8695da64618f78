package mx.constancia.events.mechanism;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

import mx.constancia.events.EventType;

/**
 * A public call was opened (apertura de la convocatoria pública; G-18).
 *
 * @param callId id within the mechanism, such as {@code C-1}
 * @param content the six contents
 * @param opensOn first day for applications
 * @param closesOn last day for applications; absent when the call is permanent
 * @param channels where it was published
 * @param seatsOffered what it offers
 */
@EventType("mechanism.call-opened.v1")
public record CallOpened(
        String callId,
        CallContent content,
        LocalDate opensOn,
        @Nullable LocalDate closesOn,
        List<String> channels,
        List<SeatOffer> seatsOffered) implements MechanismEvent {

    public CallOpened {
        channels = channels == null ? List.of() : List.copyOf(channels);
        seatsOffered = seatsOffered == null ? List.of() : List.copyOf(seatsOffered);
    }
}
