package mx.constancia.auditor.verify;

/** Is told how far a verification has come. */
@FunctionalInterface
public interface Progress {

    /** Nobody wants to know. */
    Progress NONE = (done, total) -> { };

    /** @param done entries verified, out of {@code total} */
    void advanced(long done, long total);
}
