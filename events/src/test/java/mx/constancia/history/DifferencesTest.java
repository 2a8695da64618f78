package mx.constancia.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import mx.constancia.events.Actor;
import mx.constancia.events.DomainEvent;
import mx.constancia.events.Envelope;
import mx.constancia.events.EventCodec;
import mx.constancia.events.EventJson;
import mx.constancia.events.RecordedEvent;
import mx.constancia.events.Samples;
import mx.constancia.events.mechanism.CallAmended;
import mx.constancia.events.mechanism.CallClosed;
import mx.constancia.events.mechanism.MechanismEvent;
import mx.constancia.events.mechanism.SessionHeld;

import tools.jackson.databind.JsonNode;

class DifferencesTest {

    private static final Fold<MechanismState> FOLD = MechanismHistory::evolve;
    private static final LocalDate DAY = Samples.DAY;

    @Test
    void eachFieldThatDiffersNamesTheLastEventThatChangedIt() {
        List<RecordedEvent> life = life();
        int organized = indexOf(life, "A-1") + 1;

        List<Difference> differences = between(life.subList(0, organized), life);

        assertThat(path(differences, "/appointments/A-1/separatedOn")).satisfies(difference -> {
            assertThat(difference.before()).isNull();
            assertThat(difference.after().asString()).isEqualTo(DAY.toString());
            assertThat(EventCodec.restrictedComponents(difference.event().event().getClass())).contains("reason");
            assertThat(difference.undone()).isFalse();
        });
        assertThat(differences).extracting(Difference::path).doesNotContain("/version", "/position", "/appointments/A-1/personRef", "/name");
    }

    @Test
    void theDifferencesAreExactlyWhatTheTwoStatesHaveDifferent() {
        List<RecordedEvent> life = life();
        for (int from = 0; from <= life.size(); from++) {
            for (int to = 0; to <= life.size(); to++) {
                Map<String, JsonNode> before = fields(life.subList(0, from));
                Map<String, JsonNode> after = fields(life.subList(0, to));
                TreeSet<String> expected = new TreeSet<>(before.keySet());
                expected.addAll(after.keySet());
                expected.removeIf(path -> Objects.equals(before.get(path), after.get(path)));

                List<Difference> differences = between(life.subList(0, from), life.subList(0, to)).stream()
                        .filter(each -> unlessEmpty(each.before()) != unlessEmpty(each.after())).toList();

                assertThat(new TreeSet<>(differences.stream().map(Difference::path).toList())).isEqualTo(expected);
                assertThat(differences).allSatisfy(each -> {
                    assertThat(unlessEmpty(each.before())).isEqualTo(before.get(each.path()));
                    assertThat(unlessEmpty(each.after())).isEqualTo(after.get(each.path()));
                });
            }
        }
    }

    @Test
    void whatBothMomentsBuildUponDoesNotHaveToBeFoldedAgain() {
        List<RecordedEvent> life = life();
        Optional<MechanismState> start = FOLD.replay(life.subList(0, 5));

        assertThat(Differences.between(FOLD, start, List.of(), life.subList(5, life.size()))).isEqualTo(between(life.subList(0, 5), life));
    }

    @Test
    void onTheWayBackTheEventsAreNamedThatDoNotCountAnyMore() {
        List<RecordedEvent> life = life();

        List<Difference> back = between(life, life.subList(0, 1));

        assertThat(back).isNotEmpty().allMatch(Difference::undone);
        assertThat(back).extracting(each -> each.path() + each.event().eventId())
                .containsExactlyInAnyOrderElementsOf(between(life.subList(0, 1), life).stream()
                        .map(each -> each.path() + each.event().eventId()).toList());
    }

    @Test
    void aFactThatIsRecordedLateIsBehindTheDifferenceBetweenWhatWasKnownAndWhatIsKnown() {
        List<RecordedEvent> life = new ArrayList<>(life().subList(0, 1));
        life.add(recorded(new SessionHeld("S-2", "ORDINARY", null, null, List.of(), List.of(), 9, true, false), 2, DAY.plusDays(60)));
        life.add(recorded(new SessionHeld("S-1", "FIRST", null, null, List.of(), List.of(), 7, true, false), 3, DAY.plusDays(30)));
        Moment then = new Moment(new Moment.Known.ToVersion(2), DAY.plusDays(40));
        Moment now = new Moment(new Moment.Known.Everything(), DAY.plusDays(40));

        List<Difference> differences = between(life.stream().filter(then::counts).toList(), life.stream().filter(now::counts).toList());

        assertThat(path(differences, "/sessions/S-1/attendees").event().version()).isEqualTo(3);
        assertThat(differences).noneMatch(each -> each.path().startsWith("/sessions/S-2"));
    }

    @Test
    void anEventThatCountsAtBothMomentsIsNamedOnlyWhereNoOtherIsBehindIt() {
        RecordedEvent began = life().getFirst();
        RecordedEvent opened = recorded(Samples.all().get(4), 2, DAY.plusDays(9));
        RecordedEvent amended = recorded(new CallAmended("C-1", DAY.plusDays(50), null, null, "Prórroga"), 3, DAY.plusDays(5));
        RecordedEvent closed = recorded(new CallClosed("C-1", 3), 4, DAY.plusDays(6));

        List<Difference> differences = between(List.of(began, amended, closed), List.of(began, opened, amended, closed));

        assertThat(path(differences, "/calls/C-1/opensOn").event()).isEqualTo(opened);
        assertThat(path(differences, "/calls/C-1/applications").event()).isEqualTo(closed);
    }

    @Test
    void ofAHistoryWhoseBeginningDoesNotCountThereIsAStateAllTheSame() {
        MechanismState state = FOLD.replay(life().subList(1, life().size())).orElseThrow();

        assertThat(state.mechanismId()).isEqualTo("consejo");
        assertThat(state.agencyId()).isEqualTo("segob");
        assertThat(state.lifecycle()).isEqualTo(Lifecycle.CONCLUDED);
    }

    private static Difference path(List<Difference> differences, String path) {
        return differences.stream().filter(each -> each.path().equals(path)).findFirst().orElseThrow();
    }

    private static List<Difference> between(List<RecordedEvent> from, List<RecordedEvent> to) {
        return Differences.between(FOLD, Optional.empty(), from, to);
    }

    private static int indexOf(List<RecordedEvent> life, String appointment) {
        return (int) life.stream().takeWhile(each -> !FOLD.replay(life.subList(0, (int) each.version())).orElseThrow().appointments()
                .containsKey(appointment)).count();
    }

    private static List<RecordedEvent> life() {
        List<DomainEvent> events = Samples.all().stream().filter(MechanismEvent.class::isInstance).toList();
        return Stream.iterate(0, version -> version < events.size(), version -> version + 1)
                .map(version -> recorded(events.get(version), version + 1, DAY)).toList();
    }

    private static RecordedEvent recorded(DomainEvent event, long version, LocalDate occurredOn) {
        return new RecordedEvent(version + 10, "event-" + version, "mechanism-consejo", version, Instant.parse("2026-01-02T03:04:05.006Z"),
                new Envelope(occurredOn, "America/Mexico_City", "segob", new Actor("u", "RESPONSIBLE_UNIT", "segob"), null, "SEGOB-2017",
                        List.of(), "HISTORICAL", List.of(), List.of(), null, "PUBLIC", "c", "c", null, List.of()), event);
    }

    private static Map<String, JsonNode> fields(List<RecordedEvent> events) {
        Map<String, JsonNode> fields = new TreeMap<>();
        FOLD.replay(events).ifPresent(state -> collect("", EventJson.MAPPER.valueToTree(state), fields));
        fields.keySet().removeAll(List.of("/version", "/position"));
        // Derived from other fields.
        fields.keySet().removeIf(path -> path.endsWith("/open") || path.endsWith("/active"));
        return fields;
    }

    private static void collect(String path, JsonNode node, Map<String, JsonNode> fields) {
        if (node.isObject()) {
            node.properties().forEach(property -> collect(path + "/" + property.getKey(), property.getValue(), fields));
        } else if (node.isArray() && !node.isEmpty() && node.get(0).isObject()) {
            for (int index = 0; index < node.size(); index++) {
                collect(path + "/" + index, node.get(index), fields);
            }
        } else if (!node.isArray() || !node.isEmpty()) {
            fields.put(path, node);
        }
    }

    /** The tree of a state does not tell an empty list of records from one of anything else. */
    private static JsonNode unlessEmpty(JsonNode value) {
        return value != null && value.isArray() && value.isEmpty() ? null : value;
    }
}
