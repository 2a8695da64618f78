package mx.constancia.command.axon;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;

class RecordShapeTest {

    record Inner(String name) {
    }

    record WiderInner(String name, int number) {
    }

    record State(String id, List<Inner> parts) {
    }

    record RenamedState(String key, List<Inner> parts) {
    }

    record StateOfOthers(String id, List<WiderInner> parts) {
    }

    record Cyclic(String id, List<Cyclic> parts) {
    }

    @Test
    void theSameRecordAlwaysHasTheSameShape() {
        assertThat(RecordShape.digest(State.class)).isEqualTo(RecordShape.digest(State.class)).hasSize(64);
    }

    @Test
    void anotherComponentIsAnotherShape() {
        assertThat(RecordShape.describe(State.class)).contains("State.id java.lang.String");
        assertThat(RecordShape.describe(RenamedState.class)).contains("RenamedState.key java.lang.String");
    }

    @Test
    void recordsWithinBelongToTheShape() {
        assertThat(RecordShape.describe(StateOfOthers.class)).contains("WiderInner.number int");
    }

    @Test
    void aRecordMayHoldItself() {
        assertThat(RecordShape.digest(Cyclic.class)).hasSize(64);
    }
}
