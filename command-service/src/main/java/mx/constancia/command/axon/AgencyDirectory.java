package mx.constancia.command.axon;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import mx.constancia.command.eventlog.EventLog;
import mx.constancia.events.EventCodec;
import mx.constancia.events.StoredEvent;
import mx.constancia.events.StreamId;
import mx.constancia.history.AgencyState;

/** The agencies as decisions about their mechanisms see them: read from the log, and a few seconds old at most. */
final class AgencyDirectory {

    private static final int PAGE = 1000;

    private final EventLog log;
    private final Cache<String, AgencyState> agencies;

    AgencyDirectory(EventLog log, int maximumSize, Duration maximumAge) {
        this.log = log;
        this.agencies = Caffeine.newBuilder().maximumSize(maximumSize).expireAfterWrite(maximumAge).build();
    }

    /** The agency; empty while it is not registered. */
    Optional<AgencyState> find(String agencyId) {
        @Nullable AgencyState cached = agencies.getIfPresent(agencyId);
        if (cached != null) {
            return Optional.of(cached);
        }
        Optional<AgencyState> read = read(agencyId);
        read.ifPresent(state -> agencies.put(agencyId, state));
        return read;
    }

    /** Forgets an agency, so that it is read again. */
    void evict(String agencyId) {
        agencies.invalidate(agencyId);
    }

    private Optional<AgencyState> read(String agencyId) {
        String streamId = StreamId.ofAgency(agencyId);
        Optional<AgencyState> state = Optional.empty();
        List<StoredEvent> page;
        do {
            page = log.readStream(streamId, state.map(AgencyState::version).orElse(0L) + 1, PAGE);
            for (StoredEvent event : page) {
                state = Optional.of(AgencyState.evolve(state, EventCodec.decode(event)));
            }
        } while (page.size() == PAGE);
        return state;
    }
}
