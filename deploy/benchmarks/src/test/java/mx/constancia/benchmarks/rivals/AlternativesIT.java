package mx.constancia.benchmarks.rivals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import mx.constancia.testing.Parts;
import mx.constancia.testing.TestDatabase;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A comparison is worth something when what is compared does the work. */
class AlternativesIT {

    private static final Map<Kind, Alternative> STARTED = new EnumMap<>(Kind.class);
    private static int mechanisms;

    private final String one = "m-" + mechanisms++;
    private final String other = "m-" + mechanisms++;

    /** All that are measured. */
    enum Kind {

        AXON {
            @Override
            Alternative on(TestDatabase database) {
                return AxonStock.asItComes(database.jdbcUrl(), database.user(), database.password());
            }
        },

        AXON_IN_MEMORY {
            @Override
            Alternative on(TestDatabase database) {
                return AxonStock.withAggregatesInMemory(database.jdbcUrl(), database.user(), database.password());
            }
        },

        ENVERS {
            @Override
            Alternative on(TestDatabase database) throws Exception {
                return new EnversAudit(database.jdbcUrl(), database.user(), database.password());
            }
        },

        FLOWABLE {
            @Override
            Alternative on(TestDatabase database) {
                return new FlowableCases(database.jdbcUrl(), database.user(), database.password());
            }
        };

        abstract Alternative on(TestDatabase database) throws Exception;
    }

    @AfterAll
    static void close() {
        STARTED.values().forEach(Alternative::close);
    }

    @ParameterizedTest
    @EnumSource
    void eachKeepsWhoWasAppointedByWhomAndUnderWhichArticle(Kind kind) throws Exception {
        Alternative alternative = begun(kind);
        appoint(alternative, one, 1, 6);
        appoint(alternative, other, 1, 2);

        List<Change> timeline = alternative.timeline(one);

        assertThat(timeline).extracting(Change::member).containsExactlyElementsOf(members(1, 6));
        assertThat(timeline).allSatisfy(change -> {
            assertThat(change.actor()).isEqualTo("oficial-1");
            assertThat(change.legalBasis()).isEqualTo("G-17");
            assertThat(change.recordedAt()).isNotNull();
        });
    }

    @ParameterizedTest
    @EnumSource
    void eachKnowsTheMembersAtAMomentOfThePast(Kind kind) throws Exception {
        Alternative alternative = begun(kind);
        appoint(alternative, one, 1, 3);
        appoint(alternative, other, 1, 3);
        appoint(alternative, one, 4, 6);

        String moment = alternative.momentAfter(one, 3);

        assertThat(alternative.membersAt(one, moment)).containsExactlyInAnyOrderElementsOf(members(1, 3));
    }

    @ParameterizedTest
    @EnumSource
    void eachRefusesASeatThatIsTaken(Kind kind) throws Exception {
        Alternative alternative = begun(kind);
        alternative.appoint(one, "s-1");

        assertThatThrownBy(() -> alternative.appoint(one, "s-1")).isInstanceOf(RuntimeException.class);

        assertThat(alternative.timeline(one)).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void eachRecordsAllThatClientsAppointAtOnce(Kind kind) throws Exception {
        Alternative alternative = begun(kind);
        try (ExecutorService clients = Executors.newFixedThreadPool(4)) {
            List<Callable<Void>> work = IntStream.rangeClosed(1, 20).<Callable<Void>>mapToObj(seat -> () -> {
                alternative.appoint(seat % 2 == 0 ? one : other, "s-" + seat);
                return null;
            }).toList();

            for (Future<Void> each : clients.invokeAll(work)) {
                each.get();
            }

            List<Member> all = new ArrayList<>();
            alternative.timeline(one).forEach(change -> all.add(change.member()));
            alternative.timeline(other).forEach(change -> all.add(change.member()));
            assertThat(all).containsExactlyInAnyOrderElementsOf(members(1, 20));
        }
    }

    private Alternative begun(Kind kind) throws Exception {
        Alternative alternative = STARTED.get(kind);
        if (alternative == null) {
            alternative = kind.on(Parts.postgres().newDatabase());
            STARTED.put(kind, alternative);
        }
        alternative.begin(one);
        alternative.begin(other);
        return alternative;
    }

    private static void appoint(Alternative alternative, String mechanism, int first, int last) throws Exception {
        for (int seat = first; seat <= last; seat++) {
            alternative.appoint(mechanism, "s-" + seat);
        }
    }

    private static List<Member> members(int first, int last) {
        return IntStream.rangeClosed(first, last).mapToObj(seat -> Member.of("s-" + seat)).toList();
    }
}
