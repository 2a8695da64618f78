package mx.constancia.local.programme;

import java.util.List;

/**
 * What running a programme came to.
 *
 * @param programme   the programme
 * @param recorded    events recorded by this run
 * @param replayed    events that an earlier run had recorded
 * @param refused     commands that were refused
 * @param position    highest position in the log of its events; -1 for none
 * @param differences where answers differ from what the programme expects, one line each
 */
public record ProgrammeReport(
        Programme programme, int recorded, int replayed, int refused, long position, List<String> differences) {

    /** One line for a person; it says so where something came out differently. */
    public String summary() {
        return "%s: %d events recorded, %d known already, %d commands refused, %s".formatted(programme.titulo(), recorded, replayed,
                refused, differences.isEmpty() ? "all as expected" : differences.size() + " differences");
    }
}
