package mx.constancia.history;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import java.util.Random;

import org.junit.jupiter.api.Test;

import mx.constancia.history.MechanismState.Place;

class AppointmentsTest {

    private static final LocalDate DAY = LocalDate.of(2019, 3, 4);

    @Test
    void anEndedAppointmentFreesThePersonAndStaysWithItsSeat() {
        Appointments held = Appointments.NONE.with(appointment("A-1", "s-1", "person:1", "MEMBER"));
        assertThat(held.isActive("person:1")).isTrue();

        Appointments ended = held.changed("A-1", appointment -> appointment.separated(DAY, "EXPRESS_RESIGNATION", "I"));

        assertThat(ended.isActive("person:1")).isFalse();
        assertThat(ended.activePlaces()).isEmpty();
        assertThat(ended.to("s-1")).singleElement().satisfies(appointment -> assertThat(appointment.separatedOn()).isEqualTo(DAY));
        assertThat(held.isActive("person:1")).as("the former appointments have not changed").isTrue();
    }

    @Test
    void theEndOfWhatNeverBeganChangesNothing() {
        Appointments some = Appointments.NONE.with(appointment("A-1", "s-1", "person:1", "MEMBER"));
        assertThat(some.changed("A-2", appointment -> appointment.separated(DAY, "DEATH", null))).isSameAs(some);
    }

    @Test
    void whatIsFoundIsWhatAllAppointmentsSay() {
        Random random = new Random(7);
        Appointments appointments = Appointments.NONE;
        for (int step = 0; step < 500; step++) {
            if (random.nextInt(3) > 0) {
                appointments = appointments.with(appointment("A-" + random.nextInt(200), "s-" + random.nextInt(9),
                        "person:" + random.nextInt(20), random.nextBoolean() ? "MEMBER" : "OBSERVER"));
            } else {
                appointments = appointments.changed("A-" + random.nextInt(200), one -> one.separated(DAY, "DEATH", null));
            }
            assertFindsWhatIsThere(appointments);
        }
        assertFindsWhatIsThere(Appointments.of(Map.copyOf(appointments)));
    }

    private static void assertFindsWhatIsThere(Appointments appointments) {
        for (int seat = 0; seat < 9; seat++) {
            String id = "s-" + seat;
            assertThat(appointments.to(id)).containsExactlyInAnyOrderElementsOf(
                    appointments.values().stream().filter(appointment -> appointment.seatId().equals(id)).toList());
        }
        for (int number = 0; number < 20; number++) {
            String person = "person:" + number;
            assertThat(appointments.isActive(person)).isEqualTo(appointments.values().stream()
                    .anyMatch(appointment -> appointment.isActive() && appointment.personRef().equals(person)));
        }
        Map<Place, Long> places = appointments.values().stream().filter(Appointment::isActive)
                .collect(groupingBy(appointment -> new Place(appointment.memberKind(), appointment.seatRole()), counting()));
        assertThat(appointments.activePlaces()).hasSameSizeAs(places)
                .allSatisfy((place, count) -> assertThat(count.longValue()).isEqualTo(places.get(place)));
    }

    private static Appointment appointment(String id, String seat, String person, String role) {
        return new Appointment(id, seat, person, null, "CIVIL_SOCIETY_REPRESENTATIVE", "ACADEMIC", null, role, "TITULAR",
                "ELECTED_BY_CONSTITUENCY", null, null, DAY, null, "NONE", null, null, null, null);
    }
}
