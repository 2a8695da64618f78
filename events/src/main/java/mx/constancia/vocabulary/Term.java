package mx.constancia.vocabulary;

/** A code of a vocabulary. The enum constant's name is the code on the wire. */
public interface Term {

    /** The code on the wire. */
    String name();

    /** The label on screen, in Spanish. */
    String es();

    /** The fraction of the article that names the code; empty for extensions. */
    default String fraction() {
        return "";
    }
}
