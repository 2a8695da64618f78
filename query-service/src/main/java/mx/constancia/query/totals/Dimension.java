package mx.constancia.query.totals;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import mx.constancia.query.board.Column;
import mx.constancia.query.board.Form;
import mx.constancia.vocabulary.CivilSector;
import mx.constancia.vocabulary.MechanismType;

/** What totals are made by. */
enum Dimension {

    AGENCY("tally.agency", Column.text("agency", "agency", "agency whose fact it is")),
    TYPE("mechanismType", Column.code("type", "type", MechanismType.class, "type of the mechanism now (tipo)")),
    SECTOR("tally.sector", Column.code("sector", "sector", CivilSector.class, "civil sector of the seat that the event is about (G-17)")),
    YEAR("tally.month", Column.text("year", "year", "year of the legal date")),
    MONTH("tally.month", Column.text("month", "month", "month of the legal date")),
    EVENT("tally.event", Column.text("event", "event", "logical type name of the event")),
    FINDING("tally.finding", Column.text("finding", "finding", "code of the finding"));

    static final List<String> CODES = Arrays.stream(values()).map(Dimension::code).toList();
    private static final int YEAR_DIGITS = 4;

    private final String field;
    private final Column column;

    Dimension(String field, Column column) {
        this.field = field;
        this.column = column;
    }

    /** The name in the parameter {@code by}, and of its column. */
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Where MongoDB finds it. */
    String field() {
        return field;
    }

    Column column() {
        return column;
    }

    /** What MongoDB found, as it is shown: the year is the beginning of the month. */
    String shown(String found) {
        return this == YEAR ? found.substring(0, YEAR_DIGITS) : found;
    }

    /** The form of the number beside them. */
    static Column number() {
        return new Column("number", Form.NUMBER, "how many", (row, asked) -> row.getLong("number"));
    }
}
