package mx.constancia.mechanism.creation;

import java.util.List;

import org.jspecify.annotations.Nullable;

import mx.constancia.decision.Values;
import mx.constancia.events.mechanism.MemberProfile;
import mx.constancia.vocabulary.CivilSector;

/**
 * The profile of the members that a command declares (perfil de integrantes; G-12 IV, G-13 III).
 *
 * @param sectors      civil sectors to be included
 * @param requirements what a member must fulfil
 */
public record DeclaredProfile(@Nullable List<CivilSector> sectors, @Nullable List<String> requirements) {

    public DeclaredProfile {
        sectors = Values.listed(sectors);
        requirements = Values.listed(requirements);
    }

    /** Whether the profile says which actors are included: at least one sector. */
    static boolean isGiven(@Nullable DeclaredProfile profile) {
        return profile != null && !profile.sectors.isEmpty();
    }

    static @Nullable MemberProfile asRecorded(@Nullable DeclaredProfile profile) {
        return profile == null ? null : new MemberProfile(Values.codes(profile.sectors), profile.requirements);
    }
}
