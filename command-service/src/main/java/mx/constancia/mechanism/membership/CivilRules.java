package mx.constancia.mechanism.membership;

import java.util.List;

import org.jspecify.annotations.Nullable;

import mx.constancia.decision.Judgement;
import mx.constancia.decision.Rule;
import mx.constancia.decision.Values;
import mx.constancia.vocabulary.CivilSector;

/** Who represents civil society (representantes de la sociedad civil; G-17): honorary, each for a sector of an open list. */
public final class CivilRules {

    static final Rule SECTOR_MISSING = Rule.integrity("G17-SECTOR-MISSING", "G-17", "A civil seat represents a sector.");
    static final Rule DESCRIPTION_MISSING = Rule.integrity("G17-DESCRIPTION-MISSING", "G-17",
            "A sector that the list does not name is described.");
    static final Rule NOT_HONORARY = Rule.precondition("G17-NOT-HONORARY", "G-17", "Civil society representatives are honorary.");

    private CivilRules() {
    }

    /**
     * Judges the sector that a command names.
     *
     * @param path where the sector stands in the request
     */
    public static void judgeSector(Judgement judgement, String path, @Nullable CivilSector sector, @Nullable String description) {
        judgement.require(SECTOR_MISSING, sector != null, path, "The sector is missing.")
                .require(DESCRIPTION_MISSING, sector != CivilSector.OTHER || Values.isGiven(description), path + "Description",
                        "The sector OTHER is not described.");
    }

    /**
     * Judges what civil representatives would receive.
     *
     * @param field where it stands in the request
     * @param paid  codes of what they receive; empty when honorary
     */
    public static void judgeHonorary(Judgement judgement, String field, List<String> paid) {
        judgement.require(NOT_HONORARY, paid.isEmpty(), field, "Civil society representatives would receive " + paid + ".");
    }
}
