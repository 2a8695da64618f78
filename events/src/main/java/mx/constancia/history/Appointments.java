package mx.constancia.history;

import java.util.AbstractMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePMap;
import org.pcollections.OrderedPMap;
import org.pcollections.PMap;
import org.pcollections.PVector;
import org.pcollections.TreePVector;

/**
 * Appointments by id, ended ones too, in the order in which they were made. Persistent. What rules ask of them is found without
 * going through all; who never asks does not pay for it.
 */
final class Appointments extends AbstractMap<String, Appointment> {

    static final Appointments NONE = new Appointments(OrderedPMap.empty(), null);

    private final PMap<String, Appointment> byId;
    private @Nullable Index index;

    private Appointments(PMap<String, Appointment> byId, @Nullable Index index) {
        this.byId = byId;
        this.index = index;
    }

    static Appointments of(Map<String, Appointment> appointments) {
        return appointments instanceof Appointments already ? already : new Appointments(OrderedPMap.from(appointments), null);
    }

    /** Also with this one; it replaces the one with its id. */
    Appointments with(Appointment appointment) {
        Appointment replaced = byId.get(appointment.appointmentId());
        return new Appointments(byId.plus(appointment.appointmentId(), appointment),
                index == null ? null : index.with(replaced, appointment));
    }

    /** With one of them changed; the same when there is none with this id. */
    Appointments changed(String id, UnaryOperator<Appointment> change) {
        Appointment one = byId.get(id);
        return one == null ? this : with(change.apply(one));
    }

    Stream<Appointment> to(String seatId) {
        return index().bySeat().getOrDefault(seatId, TreePVector.empty()).stream().map(byId::get).filter(Objects::nonNull);
    }

    boolean isActive(String personRef) {
        return index().activePersons().containsKey(personRef);
    }

    Map<MechanismState.Place, Integer> activePlaces() {
        return index().activePlaces();
    }

    private Index index() {
        Index built = index;
        if (built == null) {
            built = Index.NONE;
            for (Appointment appointment : byId.values()) {
                built = built.with(null, appointment);
            }
            index = built;
        }
        return built;
    }

    @Override
    public @Nullable Appointment get(Object id) {
        return byId.get(id);
    }

    @Override
    public boolean containsKey(Object id) {
        return byId.containsKey(id);
    }

    @Override
    public int size() {
        return byId.size();
    }

    @Override
    public Set<Entry<String, Appointment>> entrySet() {
        return byId.entrySet();
    }

    /**
     * Where to look.
     *
     * @param bySeat        ids of the appointments to each seat
     * @param activePersons number of seats that each person holds
     * @param activePlaces  number of seats of each kind that are held
     */
    private record Index(PMap<String, PVector<String>> bySeat, PMap<String, Integer> activePersons,
            PMap<MechanismState.Place, Integer> activePlaces) {

        static final Index NONE = new Index(HashTreePMap.empty(), HashTreePMap.empty(), HashTreePMap.empty());

        Index with(@Nullable Appointment replaced, Appointment added) {
            Index without = replaced == null ? this : new Index(seats(replaced, false), persons(replaced, -1), places(replaced, -1));
            return new Index(without.seats(added, true), without.persons(added, 1), without.places(added, 1));
        }

        private PMap<String, PVector<String>> seats(Appointment appointment, boolean there) {
            PVector<String> ids = bySeat.getOrDefault(appointment.seatId(), TreePVector.empty());
            String id = appointment.appointmentId();
            return bySeat.plus(appointment.seatId(), there ? ids.plus(id) : ids.minus(id));
        }

        private PMap<String, Integer> persons(Appointment appointment, int by) {
            return appointment.isActive() ? counted(activePersons, appointment.personRef(), by) : activePersons;
        }

        private PMap<MechanismState.Place, Integer> places(Appointment appointment, int by) {
            return appointment.isActive()
                    ? counted(activePlaces, new MechanismState.Place(appointment.memberKind(), appointment.seatRole()), by)
                    : activePlaces;
        }

        private static <K> PMap<K, Integer> counted(PMap<K, Integer> counts, K key, int by) {
            int count = counts.getOrDefault(key, 0) + by;
            return count == 0 ? counts.minus(key) : counts.plus(key, count);
        }
    }
}
