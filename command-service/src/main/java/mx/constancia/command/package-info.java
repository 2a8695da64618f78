/** The service: what carries commands from the network to their decision and into the log. */
@NullMarked
package mx.constancia.command;

import org.jspecify.annotations.NullMarked;
