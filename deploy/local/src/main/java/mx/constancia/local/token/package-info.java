/** Access tokens for demo users, obtained as any client obtains them. */
@NullMarked
package mx.constancia.local.token;

import org.jspecify.annotations.NullMarked;
