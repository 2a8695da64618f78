package mx.constancia.events.mechanism;

import org.jspecify.annotations.Nullable;

/**
 * Seats that a call offers.
 *
 * @param sector civil sector, a code of G-17
 * @param sectorDescription description when the sector is OTHER
 * @param seats number of titular seats
 * @param alternates number of alternates
 */
public record SeatOffer(
        String sector,
        @Nullable String sectorDescription,
        int seats,
        int alternates) {
}
