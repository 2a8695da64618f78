package mx.constancia.query.board;

import java.util.List;

/**
 * A parameter that a list takes.
 *
 * @param name        its name
 * @param form        form of its value
 * @param description one English phrase
 * @param codes       what it takes, where that is a closed list; else empty
 */
public record Parameter(String name, Form form, String description, List<String> codes) {

    /** A parameter without a closed list. */
    public Parameter(String name, Form form, String description) {
        this(name, form, description, List.of());
    }
}
