/** The generic binding between the domain and Axon Framework: the only place where Axon's types appear. */
@NullMarked
package mx.constancia.command.axon;

import org.jspecify.annotations.NullMarked;
