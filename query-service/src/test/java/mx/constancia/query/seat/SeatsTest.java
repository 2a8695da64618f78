package mx.constancia.query.seat;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;

import mx.constancia.events.EventCodec;
import mx.constancia.history.Appointment;
import mx.constancia.history.Fold;
import mx.constancia.history.MechanismHistory;
import mx.constancia.history.MechanismState;
import mx.constancia.query.History;

import org.junit.jupiter.api.Test;

/** The seats of a mechanism; in this history an appointment begins on 20 February and a separation takes effect on 1 March. */
class SeatsTest {

    private static final Fold<MechanismState> FOLD = MechanismHistory::evolve;
    private final MechanismState consejo = FOLD.replay(new History().proposed("consejo", "segob", "Consejo")
            .appointed("consejo", "segob", "A-1").appointed("consejo", "segob", "A-2").separated("consejo", "segob", "A-1")
            .events().stream().map(EventCodec::decode)::iterator).orElseThrow();

    @Test
    void aSeatIsHeldFromTheFirstDayToTheDayBeforeTheSeparation() {
        assertThat(holders("seat-A-1", LocalDate.of(2026, 2, 19))).isEmpty();
        assertThat(holders("seat-A-1", LocalDate.of(2026, 2, 20))).containsExactly("person-A-1");
        assertThat(holders("seat-A-1", LocalDate.of(2026, 2, 28))).containsExactly("person-A-1");
        assertThat(holders("seat-A-1", LocalDate.of(2026, 3, 1))).isEmpty();
        assertThat(holders("seat-A-2", LocalDate.of(2026, 3, 1))).containsExactly("person-A-2");
    }

    @Test
    void aSeatThatNobodyHoldsIsThereAllTheSame() {
        assertThat(Seats.on(consejo, LocalDate.of(2030, 1, 1))).extracting(Seats.Seat::seatId).containsExactly("seat-A-1", "seat-A-2");
    }

    @Test
    void theHistoryOfASeatIsEveryoneWhoHeldIt() {
        assertThat(Seats.history(consejo, "seat-A-1")).extracting(Appointment::personRef).containsExactly("person-A-1");
        assertThat(Seats.history(consejo, "seat-of-nobody")).isEmpty();
    }

    private List<String> holders(String seat, LocalDate date) {
        return Seats.on(consejo, date).stream().filter(each -> each.seatId().equals(seat))
                .flatMap(each -> each.appointments().stream()).map(Appointment::personRef).toList();
    }
}
