/** The mechanism's head and its organization (organización; G-15, G-23, G-24). */
@NullMarked
package mx.constancia.mechanism.organization;

import org.jspecify.annotations.NullMarked;
