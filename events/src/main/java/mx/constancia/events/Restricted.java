package mx.constancia.events;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a component of an event that is not public: it travels in the restricted part, which only the services and
 * the agency's own Órgano Interno de Control may read. The fold never depends on a restricted component.
 */
@Target(ElementType.RECORD_COMPONENT)
@Retention(RetentionPolicy.RUNTIME)
public @interface Restricted {
}
