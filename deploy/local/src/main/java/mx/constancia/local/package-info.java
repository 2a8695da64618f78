/** All of Constancia in one process, with nothing to install. */
@NullMarked
package mx.constancia.local;

import org.jspecify.annotations.NullMarked;
