package mx.constancia.query.timeline;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import com.mongodb.client.model.Filters;

import mx.constancia.query.board.Board;
import mx.constancia.query.board.Column;
import mx.constancia.query.board.Filter;
import mx.constancia.query.board.Form;
import mx.constancia.query.board.Order;
import mx.constancia.query.board.Parameter;
import mx.constancia.query.store.View;

/** Late recording (registro tardío): what an agency said long after it had happened. No clock of the law; the reader sets the days. */
public final class LateRecordingsBoard implements Board {

    private static final int DAYS = 30;
    private static final int MOST_DAYS = 100_000;

    @Override
    public String name() {
        return "late-recordings";
    }

    @Override
    public String summary() {
        return "Facts that were recorded long after they had happened (registro tardío).";
    }

    @Override
    public List<String> paths() {
        return List.of("/late-recordings");
    }

    @Override
    public View view() {
        return View.FACTS;
    }

    @Override
    public boolean ofFacts() {
        return true;
    }

    @Override
    public List<Filter> filters() {
        Parameter days = new Parameter("days", Form.NUMBER, "recorded more than this many days after the legal date; " + DAYS + " when absent");
        return Stream.concat(Stream.of(Filter.of(days, asked ->
                Optional.of(Filters.gt("delayDays", asked.number("days", 0, MOST_DAYS).orElse(DAYS))))), TimelineBoard.EVENT_FILTERS.stream()).toList();
    }

    @Override
    public List<Order> orders() {
        return List.of(Order.byNumber("delay", "delayDays", true), Order.POSITION, Order.byText("occurredOn", "occurredOn", false));
    }

    @Override
    public List<Column> columns() {
        return TimelineBoard.EVENT_COLUMNS;
    }
}
