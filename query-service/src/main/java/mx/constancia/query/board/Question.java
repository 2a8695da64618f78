package mx.constancia.query.board;

import java.util.ArrayList;
import java.util.List;

import com.mongodb.client.model.Filters;

import mx.constancia.query.http.Cursor;
import mx.constancia.query.http.problem.Problem;
import mx.constancia.query.http.problem.ProblemType;
import mx.constancia.query.store.Place;

import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * A request for a board, understood.
 *
 * <p>A list of facts in the order of the log goes up to the visible head, and what comes later is on later pages. In any other
 * order something new could belong on a page that was read already, so the list stays what it was at its first page: the cursor
 * carries the head of then.
 *
 * @param filter what to list
 * @param sort   order and direction, as the cursor names them
 * @param order  what it is sorted by
 * @param place  where the page begins
 * @param head   position up to which facts are listed
 */
record Question(Bson filter, String sort, Order order, Place place, long head) {

    static final String SORT = "sort";
    static final String DIRECTION = "order";
    static final String CURSOR = "cursor";
    private static final List<String> DIRECTIONS = List.of("asc", "desc");
    private static final int CURSOR_PARTS = 4;

    static Question of(Board board, Asked asked, long visibleHead) {
        List<String> names = board.orders().stream().map(Order::name).toList();
        String name = asked.code(SORT, names).orElse(names.getFirst());
        Order order = board.orders().get(names.indexOf(name));
        boolean descending = asked.code(DIRECTION, DIRECTIONS).map(DIRECTIONS.getLast()::equals).orElse(order.descending());
        String sort = name + (descending ? "-" : "+");
        String cursor = asked.values().get(CURSOR);
        boolean follows = order == Order.POSITION && !descending;
        if (cursor == null) {
            return new Question(filter(board, asked, visibleHead), sort, order, Place.beginning(order.field(), descending), visibleHead);
        }
        List<String> keys = Cursor.decode(cursor, sort, CURSOR_PARTS);
        try {
            long head = follows ? visibleHead : Long.parseLong(keys.get(3));
            return new Question(filter(board, asked, head), sort, order,
                    new Place(order.field(), descending, order.key().apply(keys.get(1)), keys.get(2)), head);
        } catch (NumberFormatException e) {
            throw new Problem(ProblemType.INVALID_CURSOR, "The cursor is not one that this list gave out.");
        }
    }

    private static Bson filter(Board board, Asked asked, long head) {
        List<Bson> conditions = new ArrayList<>();
        board.filters().forEach(filter -> filter.condition().apply(asked).ifPresent(conditions::add));
        if (board.ofFacts()) {
            conditions.add(Filters.lte("position", head));
        }
        return conditions.isEmpty() ? new Document() : Filters.and(conditions);
    }

    /** The cursor of what comes after a line. */
    String after(Document last) {
        return Cursor.encode(List.of(sort, String.valueOf(key(last)), last.getString("_id"), Long.toString(head)));
    }

    /** The same question, after a line. */
    Question following(Document last) {
        return new Question(filter, sort, order, new Place(order.field(), place.descending(), key(last), last.getString("_id")), head);
    }

    private @Nullable Object key(Document line) {
        return Column.at(line, order.field());
    }
}
