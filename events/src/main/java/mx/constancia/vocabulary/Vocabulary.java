package mx.constancia.vocabulary;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Names the article that a vocabulary comes from, so that a refused code can cite it. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Vocabulary {

    /** The article, such as {@code G-9}. */
    String article();

    /** The list's name on screen, in Spanish. */
    String es();
}
