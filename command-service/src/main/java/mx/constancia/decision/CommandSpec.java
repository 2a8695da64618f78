package mx.constancia.decision;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Declares, beside a command, its article, who may issue it and its name on screen. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface CommandSpec {

    /** The article that the command carries out, such as {@code G-18}. */
    String article();

    /** The roles that may issue it. */
    Role[] issuedBy();

    /** The command's name on screen, in Spanish. */
    String es();

    /** Whether it may still be issued when the aggregate has ended. */
    boolean afterEnd() default false;
}
