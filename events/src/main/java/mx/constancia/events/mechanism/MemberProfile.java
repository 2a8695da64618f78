package mx.constancia.events.mechanism;

import java.util.List;

/**
 * Profile of the members that ensures the inclusion of different actors (perfil de integrantes; G-12 IV).
 *
 * @param sectors civil sectors to be included, codes of G-17
 * @param requirements what a member must fulfil
 */
public record MemberProfile(
        List<String> sectors,
        List<String> requirements) {

    public MemberProfile {
        sectors = sectors == null ? List.of() : List.copyOf(sectors);
        requirements = requirements == null ? List.of() : List.copyOf(requirements);
    }
}
