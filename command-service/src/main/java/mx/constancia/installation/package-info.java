/** This installation of Constancia: what its operators order stands in the same log as everything else. */
@NullMarked
package mx.constancia.installation;

import org.jspecify.annotations.NullMarked;
