/** Facts about an installation of Constancia itself: what its operators ordered. */
@NullMarked
package mx.constancia.events.installation;

import org.jspecify.annotations.NullMarked;
