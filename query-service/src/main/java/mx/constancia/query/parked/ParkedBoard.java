package mx.constancia.query.parked;

import java.util.List;

import mx.constancia.query.board.Board;
import mx.constancia.query.board.Column;
import mx.constancia.query.board.Filter;
import mx.constancia.query.board.Form;
import mx.constancia.query.board.Order;
import mx.constancia.query.store.View;

/** What could not be projected, filled by the projection itself and not by events that were folded. */
public final class ParkedBoard implements Board {

    @Override
    public String name() {
        return "parked";
    }

    @Override
    public String summary() {
        return "What could not be projected, and events that wait behind it (eventos apartados), for operators.";
    }

    @Override
    public List<String> paths() {
        return List.of("/parked");
    }

    @Override
    public View view() {
        return View.PARKED;
    }

    @Override
    public List<Filter> filters() {
        return List.of(Filter.text("stream", "streamId", "only those of this stream"));
    }

    @Override
    public List<Order> orders() {
        return List.of(Order.ID);
    }

    @Override
    public List<Column> columns() {
        return List.of(
                Column.text("id", "_id", "stream and version, or partition and offset"),
                Column.text("reason", "reason", "why it waits"),
                Column.text("stream", "streamId", "its stream; the record's key where it is no event"),
                Column.number("version", "version", "its place in the stream"),
                Column.number("position", "position", "its place in the log"),
                Column.text("eventId", "eventId", "its id"),
                Column.text("type", "type", "its type, which this build may not know"),
                Column.of("since", Form.INSTANT, "recordedAt", "when the log took it"),
                Column.number("partition", "partition", "where the topic has it"),
                Column.number("offset", "offset", "where the partition has it"));
    }
}
