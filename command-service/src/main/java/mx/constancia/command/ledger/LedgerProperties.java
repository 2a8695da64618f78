package mx.constancia.command.ledger;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import mx.constancia.events.Topics;

/**
 * How the ledger is written.
 *
 * @param origin             the log's name in its checkpoints: a URL without scheme and without slash at the end
 * @param keyFile            PEM file with the Ed25519 key that signs, PKCS#8
 * @param previousKeyFile    the same of the key before, while verifiers learn the new one; empty for none
 * @param generateKey        whether to make a key when there is no file; for the local default and tests only
 * @param policy             file with the witnesses (c2sp.org/tlog-policy); empty for none
 * @param topic              topic that the ledger is published to
 * @param checkpointInterval shortest time between two checkpoints
 * @param pollInterval       how soon growth of the log is noticed
 * @param electionInterval   how often a standby tries to become the active writer
 * @param longestPause       longest wait before a new attempt after a failure or an alarm
 * @param deliveryTimeout    how long the brokers may take to acknowledge a publication
 * @param witnessTimeout     how long a checkpoint waits for its cosignatures
 * @param scrubRate          events a second that are compared with the ledger again
 */
@ConfigurationProperties("constancia.ledger")
public record LedgerProperties(
        @DefaultValue("") String origin,
        @DefaultValue("") String keyFile,
        @DefaultValue("") String previousKeyFile,
        @DefaultValue("false") boolean generateKey,
        @DefaultValue("") String policy,
        @DefaultValue(Topics.LEDGER) String topic,
        @DefaultValue("500ms") Duration checkpointInterval,
        @DefaultValue("200ms") Duration pollInterval,
        @DefaultValue("1s") Duration electionInterval,
        @DefaultValue("5s") Duration longestPause,
        @DefaultValue("8s") Duration deliveryTimeout,
        @DefaultValue("2s") Duration witnessTimeout,
        @DefaultValue("250") int scrubRate) {
}
