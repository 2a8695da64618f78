package mx.constancia.events.mechanism;

/**
 * Seats that a call offers.
 *
 * @param sector civil sector, a code of G-17
 * @param seats number of titular seats
 * @param alternates number of alternates
 */
public record SeatOffer(
        String sector,
        int seats,
        int alternates) {
}
