package mx.constancia.query.seat;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import mx.constancia.history.Appointment;
import mx.constancia.history.MechanismState;

/** Who held which seat. A seat (asiento) outlives its holders; it is known from the first appointment to it on. */
final class Seats {

    private Seats() {
    }

    /**
     * A seat and its appointments.
     *
     * @param seatId       the seat
     * @param appointments those to it, by first day
     */
    record Seat(String seatId, List<Appointment> appointments) {
    }

    /** The seats of a mechanism and who held them on a legal date; nobody where a seat was vacant (vacante). */
    static List<Seat> on(MechanismState mechanism, LocalDate date) {
        return all(mechanism).stream()
                .map(seat -> new Seat(seat.seatId(), seat.appointments().stream().filter(appointment -> isHeld(appointment, date)).toList()))
                .toList();
    }

    /** Everyone who ever held the seat; none for a seat that the mechanism does not have. */
    static List<Appointment> history(MechanismState mechanism, String seatId) {
        return all(mechanism).stream().filter(seat -> seat.seatId().equals(seatId)).flatMap(seat -> seat.appointments().stream()).toList();
    }

    private static boolean isHeld(Appointment appointment, LocalDate date) {
        LocalDate end = appointment.separatedOn();
        return !appointment.from().isAfter(date) && (end == null || end.isAfter(date));
    }

    private static List<Seat> all(MechanismState mechanism) {
        Map<String, List<Appointment>> seats = new TreeMap<>(mechanism.appointments().values().stream()
                .sorted(Comparator.comparing(Appointment::from)).collect(Collectors.groupingBy(Appointment::seatId)));
        return seats.entrySet().stream().map(seat -> new Seat(seat.getKey(), seat.getValue())).toList();
    }
}
