package mx.constancia.query.replay;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Limits of the replay.
 *
 * @param atOnce   replays at once
 * @param pageScan pages of the log that are searched for one page of matches at most
 */
@ConfigurationProperties("constancia.replay")
record ReplayProperties(@DefaultValue("32") int atOnce, @DefaultValue("40") int pageScan) {
}
