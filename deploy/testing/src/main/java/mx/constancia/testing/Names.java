package mx.constancia.testing;

import java.util.UUID;

/** Names that nothing else has, on servers that several test runs may share. */
final class Names {

    private static final int LENGTH = 12;

    private Names() {}

    static String next(String prefix) {
        return prefix + UUID.randomUUID().toString().replace("-", "").substring(0, LENGTH);
    }
}
