package mx.constancia.benchmarks.rivals;

import java.util.List;

/**
 * What users would pick instead of Constancia, doing the same work on a PostgreSQL database of its own: members are appointed
 * to mechanisms, one durable transaction each, and who, when and under which article stays known for ever. It judges less
 * than Constancia does: a seat has one member, a person one seat, the dates are in order and the declaration is there. It
 * keeps no receipts of requests, restricts nothing and orders nothing across mechanisms.
 */
public interface Alternative extends AutoCloseable {

    /** Begins a mechanism; returns when that is durable. */
    void begin(String mechanismId) throws Exception;

    /**
     * Appoints a member; returns when that is durable.
     *
     * @throws Exception also when the rules forbid it
     */
    void appoint(String mechanismId, String seatId) throws Exception;

    /** All appointments of a mechanism in their order. */
    List<Change> timeline(String mechanismId) throws Exception;

    /** The moment after so many appointments, in terms of its own. */
    String momentAfter(String mechanismId, int appointments) throws Exception;

    /** The members at a moment. */
    List<Member> membersAt(String mechanismId, String moment) throws Exception;

    @Override
    void close();
}
