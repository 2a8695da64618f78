package mx.constancia.query.appointment;

import java.util.List;

import com.mongodb.client.model.Filters;

import mx.constancia.query.board.Asked;
import mx.constancia.query.board.Board;
import mx.constancia.query.board.Column;
import mx.constancia.query.board.Filter;
import mx.constancia.query.board.Form;
import mx.constancia.query.board.Order;
import mx.constancia.query.board.Parameter;
import mx.constancia.query.store.View;
import mx.constancia.query.store.ViewStore;

import org.bson.Document;
import org.bson.conversions.Bson;

/** Who was and who is a member of one mechanism (integrantes). All of it is public (G-38 VI, G-40). */
public final class AppointmentsBoard implements Board {

    @Override
    public String name() {
        return "appointments";
    }

    @Override
    public String summary() {
        return "Who was and who is a member of a mechanism (integrantes).";
    }

    @Override
    public List<String> paths() {
        return List.of("/mechanisms/{mechanism}/appointments");
    }

    @Override
    public View view() {
        return View.APPOINTMENTS;
    }

    @Override
    public List<Filter> filters() {
        return List.of(
                Filter.of(new Parameter("mechanism", Form.TEXT, "id of the mechanism"), asked -> asked.text("mechanism").map(AppointmentsBoard::of)),
                Filter.flag("active", "active", "whether it has not ended"));
    }

    /** A range of {@code _id}: everything that begins with the id and a slash, whose successor is 0. */
    private static Bson of(String mechanismId) {
        return Filters.and(Filters.gte("_id", AppointmentDocuments.id(mechanismId, "")), Filters.lt("_id", mechanismId + "0"));
    }

    @Override
    public List<Order> orders() {
        return List.of(Order.ID);
    }

    @Override
    public List<Column> columns() {
        return MembershipsBoard.COLUMNS;
    }

    /** In JSON the whole appointment, like the mechanism's own. */
    @Override
    public List<?> lines(List<Document> documents, Asked asked, ViewStore store) {
        return documents.stream().map(AppointmentLine::of).toList();
    }
}
