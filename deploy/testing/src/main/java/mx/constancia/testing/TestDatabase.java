package mx.constancia.testing;

/** A database of one test's own, and how to connect to it as its owner. */
public record TestDatabase(String jdbcUrl, String user, String password) {

    // Records print all their components; a password does not belong in a log.
    @Override
    public String toString() {
        return "TestDatabase[jdbcUrl=" + jdbcUrl + ", user=" + user + "]";
    }
}
