package mx.constancia.query.seat;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

import jakarta.servlet.http.HttpServletResponse;
import mx.constancia.events.EventCodec;
import mx.constancia.events.EventJson;
import mx.constancia.history.Appointment;
import mx.constancia.history.Fold;
import mx.constancia.history.MechanismHistory;
import mx.constancia.history.MechanismState;
import mx.constancia.query.appointment.AppointmentView;
import mx.constancia.query.board.Asked;
import mx.constancia.query.board.Csv;
import mx.constancia.query.http.Reader;
import mx.constancia.query.http.problem.Problem;
import mx.constancia.query.http.problem.ProblemType;
import mx.constancia.query.mechanism.MechanismDocuments;
import mx.constancia.query.store.View;
import mx.constancia.query.store.ViewStore;
import mx.constancia.query.timeline.TimelinePages;

import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/mechanisms/{id}/seats")
class SeatController {

    private static final Fold<MechanismState> FOLD = MechanismHistory::evolve;

    private final ViewStore store;
    private final TimelinePages timeline;
    private final Clock clock;

    SeatController(ViewStore store, TimelinePages timeline, Clock clock) {
        this.store = store;
        this.timeline = timeline;
        this.clock = clock;
    }

    /**
     * The seats of a mechanism on a day.
     *
     * @param on      the legal date
     * @param knownBy what had been recorded until then counts; absent when everything does
     * @param version version of the mechanism that this was read from
     */
    record SeatsOnDate(String mechanism, LocalDate on, @Nullable String knownBy, long version, List<SeatView> seats) {
    }

    /** A seat: by whom it is held, and whether nobody holds it. */
    record SeatView(String seatId, boolean vacant, List<AppointmentView> holders) {
    }

    /** A seat's history: everyone who held it, by first day. */
    record SeatHistory(String mechanism, String seatId, long version, List<AppointmentView> holders) {
    }

    /**
     * Who holds or held which seat on a day; nobody where a seat was vacant.
     *
     * @param on      the legal date; today when absent
     * @param knownBy only what had been recorded until then counts
     * @param format  json, or csv for a file
     */
    @GetMapping(produces = {MediaType.APPLICATION_JSON_VALUE, "text/csv"})
    @Nullable SeatsOnDate seats(@PathVariable String id, @RequestParam @Nullable LocalDate on, @RequestParam @Nullable Instant knownBy,
            @RequestParam(defaultValue = "json") String format, HttpServletResponse response) throws IOException {
        MechanismState mechanism = knownBy == null ? MechanismDocuments.state(document(id)) : known(id, knownBy);
        LocalDate date = on == null ? LocalDate.ofInstant(clock.instant(), ZoneId.of(mechanism.timeZone())) : on;
        List<Seats.Seat> seats = Seats.on(mechanism, date);
        if (sent(format, mechanism, seats, response)) {
            return null;
        }
        return new SeatsOnDate(id, date, knownBy == null ? null : EventJson.format(knownBy), mechanism.version(),
                seats.stream().map(seat -> new SeatView(seat.seatId(), seat.appointments().isEmpty(),
                        seat.appointments().stream().map(AppointmentView::of).toList())).toList());
    }

    /**
     * Everyone who ever held a seat.
     *
     * @param format json, or csv for a file
     */
    @GetMapping(path = "/{seat}", produces = {MediaType.APPLICATION_JSON_VALUE, "text/csv"})
    @Nullable SeatHistory history(@PathVariable String id, @PathVariable String seat,
            @RequestParam(defaultValue = "json") String format, HttpServletResponse response) throws IOException {
        MechanismState mechanism = MechanismDocuments.state(document(id));
        List<Appointment> holders = Seats.history(mechanism, seat);
        if (holders.isEmpty()) {
            throw new Problem(ProblemType.NOT_FOUND, "Nobody was ever appointed to a seat " + seat + " of this mechanism.");
        }
        if (sent(format, mechanism, List.of(new Seats.Seat(seat, holders)), response)) {
            return null;
        }
        return new SeatHistory(id, seat, mechanism.version(), holders.stream().map(AppointmentView::of).toList());
    }

    private boolean sent(String format, MechanismState mechanism, List<Seats.Seat> seats, HttpServletResponse response) throws IOException {
        Asked asked = new Asked(Map.of("format", format), Reader.PUBLIC, LocalDate.ofInstant(clock.instant(), ZoneId.of(mechanism.timeZone())));
        boolean wanted = Csv.isWanted(asked);
        if (wanted) {
            Csv.send(response, "seats", SeatLines.COLUMNS, SeatLines.of(mechanism, seats), asked);
        }
        return wanted;
    }

    private MechanismState known(String id, Instant knownBy) {
        long newest = document(id, "version").getLong("version");
        if (knownBy.isAfter(clock.instant())) {
            throw new Problem(ProblemType.FUTURE_MOMENT, ProblemType.FUTURE_MOMENT.explanation()).with("parameter", "knownBy");
        }
        return FOLD.replay(timeline.read(id, 1, newest).stream().takeWhile(event -> !event.recordedAt().isAfter(knownBy))
                .map(EventCodec::decode)::iterator)
                .orElseThrow(() -> new Problem(ProblemType.BEFORE_THE_BEGINNING, ProblemType.BEFORE_THE_BEGINNING.explanation()));
    }

    private Document document(String id, String... fields) {
        Document document = store.find(View.MECHANISMS, List.of(id), fields).get(id);
        if (document == null) {
            throw new Problem(ProblemType.UNKNOWN_MECHANISM, "There is no mechanism " + id + " in the read models.");
        }
        return document;
    }
}
