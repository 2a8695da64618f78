package mx.constancia.events.mechanism;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

import mx.constancia.events.EventType;

/**
 * A technical secretary was assigned to a face-to-face mechanism (secretaría técnica; G-23).
 *
 * @param personRef reference of the person in the vault
 * @param publicName name, public as a public servant
 * @param office office held
 * @param rank rank (G-23: managing officer or equivalent; absent when the office has none)
 * @param from first day
 */
@EventType("mechanism.technical-secretary-assigned.v1")
public record TechnicalSecretaryAssigned(
        String personRef,
        @Nullable String publicName,
        String office,
        @Nullable String rank,
        LocalDate from) implements MechanismEvent {
}
