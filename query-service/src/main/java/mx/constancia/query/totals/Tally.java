package mx.constancia.query.totals;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import mx.constancia.events.DomainEvent;
import mx.constancia.events.Envelope;
import mx.constancia.events.Finding;
import mx.constancia.events.mechanism.DirectInvitationIssued;
import mx.constancia.events.mechanism.MemberAppointed;
import mx.constancia.events.mechanism.MemberSeparated;
import mx.constancia.history.Appointment;
import mx.constancia.query.board.Step;

import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * How many events and findings a stream has, kept in its aggregate's own document: one write brings both to the same version,
 * so that no event is counted twice or left out, whatever is read twice.
 */
public final class Tally {

    static final String FIELD = "tally";
    private static final Comparator<Cell> ORDER = Comparator.comparing(Cell::month).thenComparing(Cell::event).thenComparing(Cell::agency)
            .thenComparing(Cell::sector, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(Cell::finding, Comparator.nullsFirst(Comparator.naturalOrder()));

    private final Map<Cell, Integer> numbers = new HashMap<>();

    private Tally() {
    }

    /**
     * What is counted together.
     *
     * @param month   month of the legal date, such as 2026-03
     * @param event   type of the event
     * @param agency  the agency whose fact it is
     * @param sector  civil sector of the seat that the event is about; absent when it is about none
     * @param finding code of the finding that is counted; absent where the event itself is
     */
    public record Cell(String month, String event, String agency, @Nullable String sector, @Nullable String finding) {
    }

    /** Where one event counts: once as an event, and once for each of its findings. */
    public static List<Cell> cells(Step<?> step) {
        Envelope envelope = step.event().envelope();
        String month = envelope.occurredOn().toString().substring(0, "2026-03".length());
        return Stream.concat(Stream.<@Nullable String>of((String) null), envelope.findings().stream().map(Finding::code))
                .map(finding -> new Cell(month, step.stored().type(), envelope.agencyId(), sector(step), finding)).toList();
    }

    private static @Nullable String sector(Step<?> step) {
        DomainEvent event = step.event().event();
        if (event instanceof MemberAppointed appointed) {
            return appointed.sector();
        }
        if (event instanceof DirectInvitationIssued issued) {
            return issued.sector();
        }
        return event instanceof MemberSeparated separated
                ? step.mechanism().map(mechanism -> mechanism.appointments().get(separated.appointmentId())).map(Appointment::sector).orElse(null)
                : null;
    }

    /** The numbers in a document. */
    public static List<Document> of(Document document) {
        return document.getList(FIELD, Document.class, List.of());
    }

    /** A document with the numbers before it after more was counted; its field {@link #FIELD}. */
    public static Document counted(Document document, List<Document> before, Stream<Cell> more) {
        Tally tally = new Tally();
        before.forEach(cell -> tally.numbers.put(new Cell(cell.getString("month"), cell.getString("event"), cell.getString("agency"),
                cell.getString("sector"), cell.getString("finding")), cell.getInteger("n")));
        more.forEach(cell -> tally.numbers.merge(cell, 1, Integer::sum));
        return document.append(FIELD, tally.numbers.entrySet().stream()
                .sorted(Map.Entry.comparingByKey(ORDER)).map(each -> document(each.getKey(), each.getValue())).toList());
    }

    private static Document document(Cell cell, int number) {
        Document document = new Document("month", cell.month()).append("event", cell.event()).append("agency", cell.agency());
        if (cell.sector() != null) {
            document.append("sector", cell.sector());
        }
        if (cell.finding() != null) {
            document.append("finding", cell.finding());
        }
        return document.append("n", number);
    }
}
