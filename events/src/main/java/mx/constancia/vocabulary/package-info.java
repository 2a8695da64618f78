/** Closed vocabularies of the Guidelines and the extension lists, with Spanish labels. */
@NullMarked
package mx.constancia.vocabulary;

import org.jspecify.annotations.NullMarked;
