package mx.constancia.mechanism.call;

import org.jspecify.annotations.Nullable;

import mx.constancia.events.mechanism.SeatOffer;
import mx.constancia.vocabulary.CivilSector;

/**
 * Seats that a call offers.
 *
 * @param sector            the sector that they represent (G-17)
 * @param sectorDescription description when the sector is OTHER
 * @param seats             number of titular seats; none when absent
 * @param alternates        number of alternates; none when absent
 */
public record OfferedSeats(
        CivilSector sector, @Nullable String sectorDescription, @Nullable Integer seats, @Nullable Integer alternates) {

    boolean isEmpty() {
        return count(seats) + count(alternates) == 0;
    }

    SeatOffer asRecorded() {
        return new SeatOffer(sector.name(), sectorDescription, count(seats), count(alternates));
    }

    private static int count(@Nullable Integer number) {
        return number == null ? 0 : number;
    }
}
