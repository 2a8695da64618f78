package mx.constancia.query.appointment;

import java.time.LocalDate;

import mx.constancia.history.Appointment;
import mx.constancia.query.http.Coded;
import mx.constancia.vocabulary.CivilSector;
import mx.constancia.vocabulary.EntryRoute;
import mx.constancia.vocabulary.MemberKind;
import mx.constancia.vocabulary.Remuneration;
import mx.constancia.vocabulary.SeatRole;
import mx.constancia.vocabulary.SeparationCause;
import mx.constancia.vocabulary.Tenure;

import org.jspecify.annotations.Nullable;

/** An appointment as people read it: components as in {@link Appointment}, codes with their labels. */
public record AppointmentView(
        String appointmentId, String seatId, String personRef, @Nullable String publicName, @Nullable Coded memberKind, @Nullable Coded sector,
        @Nullable String representedBody, @Nullable Coded seatRole, @Nullable Coded tenure, @Nullable Coded entryRoute,
        @Nullable String callId, @Nullable String invitationId, LocalDate from, @Nullable LocalDate plannedTo,
        @Nullable Coded remuneration, @Nullable String office, boolean active, @Nullable LocalDate separatedOn, @Nullable Coded cause,
        @Nullable String fraction) {

    /** The view of an appointment. */
    public static AppointmentView of(Appointment a) {
        return new AppointmentView(a.appointmentId(), a.seatId(), a.personRef(), a.publicName(), Coded.of(MemberKind.class, a.memberKind()),
                Coded.of(CivilSector.class, a.sector()), a.representedBody(), Coded.of(SeatRole.class, a.seatRole()),
                Coded.of(Tenure.class, a.tenure()), Coded.of(EntryRoute.class, a.entryRoute()), a.callId(), a.invitationId(), a.from(),
                a.plannedTo(), Coded.of(Remuneration.class, a.remuneration()), a.office(), a.isActive(), a.separatedOn(),
                Coded.of(SeparationCause.class, a.cause()), a.fraction());
    }
}
