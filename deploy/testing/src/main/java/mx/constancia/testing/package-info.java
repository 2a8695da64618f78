/** What integration tests lean on: the three parts, found or started once a JVM, and an issuer of tokens. */
@NullMarked
package mx.constancia.testing;

import org.jspecify.annotations.NullMarked;
