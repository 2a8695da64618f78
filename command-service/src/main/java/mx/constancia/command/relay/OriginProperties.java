package mx.constancia.command.relay;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the log names itself to the world.
 *
 * @param origin     the log's name, a URI reference; {@code source} of its CloudEvents
 * @param schemaBase what an event type's name is appended to for the name of its schema
 */
@ConfigurationProperties("constancia")
public record OriginProperties(
        @DefaultValue("urn:constancia:log") String origin, @DefaultValue("urn:constancia:schema:") String schemaBase) {
}
