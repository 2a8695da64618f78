package mx.constancia.query.ledger;

import java.time.Duration;
import java.util.List;

import mx.constancia.events.Topics;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the ledger is read and served.
 *
 * @param topic      the topic that the ledger's writer publishes to
 * @param group      the consumer group's name, to which the version of the views is added
 * @param keys       verifier keys (signed-note) that alone are trusted; when there are none, the first that the topic names
 * @param watch      how often a node looks at what is served
 * @param retryPause pause before a batch that failed is tried again
 */
@ConfigurationProperties("constancia.ledger")
record LedgerProperties(
        @DefaultValue(Topics.LEDGER) String topic,
        @DefaultValue("constancia-ledger-reader") String group,
        @DefaultValue List<String> keys,
        @DefaultValue("1s") Duration watch,
        @DefaultValue("1s") Duration retryPause) {
}
