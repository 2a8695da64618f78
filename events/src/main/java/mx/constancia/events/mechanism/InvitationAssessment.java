package mx.constancia.events.mechanism;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What was assessed before a direct invitation (G-19 I to III).
 *
 * @param career I: public recognition in the field (trayectoria)
 * @param experience II: knowledge and skills from practice (experiencia)
 * @param other III: further aspects that the agency determined
 */
public record InvitationAssessment(
        @Nullable String career,
        @Nullable String experience,
        List<String> other) {

    public InvitationAssessment {
        other = other == null ? List.of() : List.copyOf(other);
    }
}
