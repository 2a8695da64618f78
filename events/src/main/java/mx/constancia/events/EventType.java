package mx.constancia.events;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The stored name of an event type with its major version, such as {@code mechanism.call-opened.v1}; it never changes. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface EventType {

    /** Logical name: aggregate, fact in kebab case, major version. */
    String value();
}
