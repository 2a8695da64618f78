package mx.constancia.query.board;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Limits of the boards.
 *
 * @param exportsAtOnce whole lists that are sent at once
 */
@ConfigurationProperties("constancia.boards")
record BoardProperties(@DefaultValue("16") int exportsAtOnce) {
}
