/** All boards of the service in one place, for the projection and for HTTP. */
@NullMarked
package mx.constancia.query.catalogue;

import org.jspecify.annotations.NullMarked;
