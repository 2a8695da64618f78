package mx.constancia.query.catalogue;

import java.util.List;
import java.util.Optional;

import mx.constancia.query.agency.AgenciesBoard;
import mx.constancia.query.appointment.AppointmentsBoard;
import mx.constancia.query.appointment.MembershipsBoard;
import mx.constancia.query.board.Board;
import mx.constancia.query.board.Derivation;
import mx.constancia.query.call.CallsBoard;
import mx.constancia.query.directory.DirectoryBoard;
import mx.constancia.query.finding.FindingsBoard;
import mx.constancia.query.mechanism.MechanismsBoard;
import mx.constancia.query.parked.ParkedBoard;
import mx.constancia.query.session.SessionsBoard;
import mx.constancia.query.timeline.LateRecordingsBoard;
import mx.constancia.query.timeline.TimelineBoard;

/** All boards. */
public final class Boards {

    /** The boards, in the order of the API's description. */
    public static final List<Board> ALL = List.of(new TimelineBoard(), new LateRecordingsBoard(), new FindingsBoard(),
            new MembershipsBoard(), new CallsBoard(), new SessionsBoard(), new DirectoryBoard(),
            new MechanismsBoard(), new AppointmentsBoard(), new AgenciesBoard(), new ParkedBoard());

    /** What events add to the views of boards. */
    public static final List<Derivation> DERIVATIONS = ALL.stream().map(Board::derivation).flatMap(Optional::stream).toList();

    private Boards() {
    }
}
