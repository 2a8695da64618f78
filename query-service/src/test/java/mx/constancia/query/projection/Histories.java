package mx.constancia.query.projection;

import java.util.List;

import mx.constancia.query.History;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** Random logs of three mechanisms of two agencies. */
final class Histories {

    private static final List<String> AGENCIES = List.of("segob", "salud", "segob");

    private Histories() {
    }

    static Arbitrary<History> any() {
        return Arbitraries.integers().between(0, 17).list().ofMinSize(1).ofMaxSize(60).map(Histories::of);
    }

    /** Three mechanisms that are proposed, and then what the numbers say: whose fact it is, and which. */
    static History of(List<Integer> steps) {
        History history = new History().agency("segob").agency("salud");
        for (int mechanism = 0; mechanism < AGENCIES.size(); mechanism++) {
            history.proposed(id(mechanism), AGENCIES.get(mechanism), "Mecanismo " + mechanism);
        }
        int number = 0;
        for (int step : steps) {
            int mechanism = step % AGENCIES.size();
            String agency = AGENCIES.get(mechanism);
            number++;
            switch (step / AGENCIES.size()) {
                case 0 -> history.determined(id(mechanism), agency);
                case 1 -> history.called(id(mechanism), agency, "C-" + number);
                case 2 -> history.invited(id(mechanism), agency, "I-" + number);
                case 3 -> history.appointed(id(mechanism), agency, "A-" + number);
                case 4 -> history.appointed(id(mechanism), agency, "A-" + number).separated(id(mechanism), agency, "A-" + number);
                default -> history.session(id(mechanism), agency, "S-" + number);
            }
        }
        return history;
    }

    static String id(int mechanism) {
        return "mecanismo-" + mechanism;
    }
}
