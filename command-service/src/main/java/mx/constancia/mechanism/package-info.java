/** The commands of a mechanism (mecanismo de participación ciudadana), one package per part of its life. */
@NullMarked
package mx.constancia.mechanism;

import org.jspecify.annotations.NullMarked;
