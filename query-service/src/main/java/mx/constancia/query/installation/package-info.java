/** This installation of Constancia: what its operators ordered. */
@NullMarked
package mx.constancia.query.installation;

import org.jspecify.annotations.NullMarked;
