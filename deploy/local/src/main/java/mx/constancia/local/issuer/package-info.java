/** An OpenID Connect issuer with demo users, for the local default and for tests. */
@NullMarked
package mx.constancia.local.issuer;

import org.jspecify.annotations.NullMarked;
