package mx.constancia.command.http.imports;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Limits of imports.
 *
 * @param maxConcurrent  imports under way at once; more wait
 * @param maxWait        longest wait for a place among them
 * @param windowLines    lines of one import that are read and not yet answered, at most
 * @param windowBytes    their bytes, at most; and the longest line
 * @param streamsAtOnce  streams of one import that are worked on at once
 * @param maxRun         commands of one stream that are recorded together, at most
 * @param progressEvery  time between two lines about an import in the log
 */
@ConfigurationProperties("constancia.imports")
public record ImportProperties(
        @DefaultValue("4") int maxConcurrent,
        @DefaultValue("2s") Duration maxWait,
        @DefaultValue("2000") int windowLines,
        @DefaultValue("8MB") DataSize windowBytes,
        @DefaultValue("32") int streamsAtOnce,
        @DefaultValue("200") int maxRun,
        @DefaultValue("10s") Duration progressEvery) {
}
