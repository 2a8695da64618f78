package mx.constancia.events.mechanism;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

import mx.constancia.events.EventType;

/**
 * A head of coordination was assigned to a digital mechanism (coordinación; G-24).
 *
 * @param personRef reference of the person in the vault
 * @param publicName name, public as a public servant
 * @param office office held
 * @param rank rank (G-24: director general or equivalent; absent when the office has none)
 * @param from first day
 */
@EventType("mechanism.coordination-head-assigned.v1")
public record CoordinationHeadAssigned(
        String personRef,
        @Nullable String publicName,
        String office,
        @Nullable String rank,
        LocalDate from) implements MechanismEvent {
}
