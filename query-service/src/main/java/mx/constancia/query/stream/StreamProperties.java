package mx.constancia.query.stream;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Limits of the live streams. How long a write to a client that does not read may take is the server's own limit,
 * {@code server.tomcat.connection-timeout}.
 *
 * @param clients         clients at once
 * @param pace            pause after news while many clients wait, so that each gets several events with one write; shorter while few do
 * @param totalsEvery     shortest time between two counts of the live totals
 * @param heartbeat       longest silence
 * @param checkpointEvery positions without a match after which the client is told how far the stream is
 * @param cachedPages     pages of the log that clients share
 * @param reads           pages that are read from the store at once, for all clients together
 * @param writeBuffer     memory of a connection, of streams and of all else, for what it writes at once
 * @param sendBuffer      what the operating system keeps of a connection's output until the client has it
 */
@ConfigurationProperties("constancia.stream")
record StreamProperties(
        @DefaultValue("2000") int clients,
        @DefaultValue("100ms") Duration pace,
        @DefaultValue("1s") Duration totalsEvery,
        @DefaultValue("15s") Duration heartbeat,
        @DefaultValue("1000") int checkpointEvery,
        @DefaultValue("16") int cachedPages,
        @DefaultValue("8") int reads,
        @DefaultValue("32KB") DataSize writeBuffer,
        @DefaultValue("256KB") DataSize sendBuffer) {
}
