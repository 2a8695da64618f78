package mx.constancia.query.seat;

import java.util.List;
import java.util.stream.Stream;

import mx.constancia.history.MechanismState;
import mx.constancia.query.appointment.MembershipsBoard;
import mx.constancia.query.board.Column;
import mx.constancia.query.board.Form;
import mx.constancia.query.store.StateJson;

import org.bson.Document;

/** Seats as lines of a file: one for each holder, as memberships are listed, and one for a vacant seat. */
final class SeatLines {

    static final List<Column> COLUMNS = Stream.concat(
            Stream.of(Column.of("vacant", Form.FLAG, "vacant", "whether nobody holds the seat")),
            new MembershipsBoard().columns().stream().filter(column -> !column.name().equals("version"))).toList();

    private SeatLines() {
    }

    static List<Document> of(MechanismState mechanism, List<Seats.Seat> seats) {
        return seats.stream().flatMap(seat -> seat.appointments().isEmpty()
                ? Stream.of(line(mechanism, new Document("seatId", seat.seatId())).append("vacant", true))
                : seat.appointments().stream().map(appointment -> line(mechanism, StateJson.toDocument(appointment))
                        .append("vacant", false).append("active", appointment.isActive()))).toList();
    }

    private static Document line(MechanismState mechanism, Document appointment) {
        return new Document("mechanismId", mechanism.mechanismId())
                .append("mechanismName", mechanism.name())
                .append("agencyId", mechanism.agencyId())
                .append("appointment", appointment);
    }
}
