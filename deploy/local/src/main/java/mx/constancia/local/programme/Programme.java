package mx.constancia.local.programme;

import java.util.List;

/**
 * A real programme as a list of commands and what each must come to.
 *
 * @param id     stable id; part of the idempotency keys, so that running it twice changes nothing
 * @param title  English title
 * @param titulo Spanish title
 * @param note   what of the programme is real, and what its file leaves out
 * @param steps  the commands, in order
 */
public record Programme(String id, String title, String titulo, String note, List<Step> steps) {

    public Programme {
        steps = List.copyOf(steps);
    }
}
