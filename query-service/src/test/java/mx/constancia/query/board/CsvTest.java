package mx.constancia.query.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

import mx.constancia.query.http.Reader;
import mx.constancia.vocabulary.CivilSector;

import org.bson.Document;
import org.junit.jupiter.api.Test;

class CsvTest {

    private static final Asked NOTHING = new Asked(Map.of(), new Reader(null, Set.of()), LocalDate.of(2026, 1, 1));

    @Test
    void cellsAreQuotedAsRfc4180SaysAndLinesEndWithBothCharacters() throws IOException {
        assertThat(csv(List.of(Column.text("a", "a", ""), Column.number("b", "b", "")),
                new Document("a", "uno, \"dos\"\ntres").append("b", -4))).isEqualTo("a,b\r\n\"uno, \"\"dos\"\"\ntres\",-4\r\n");
    }

    @Test
    void codesHaveAColumnWithTheirLabelAndListsAreJoined() throws IOException {
        assertThat(csv(List.of(Column.code("sector", "sector", CivilSector.class, ""), Column.codes("others", "others", CivilSector.class, ""),
                Column.of("rules", Form.TEXTS, "rules", "")), new Document("sector", "CSO").append("others", List.of("CITIZEN", "ACADEMIC"))
                .append("rules", List.of("G-17", "G-18"))))
                .isEqualTo("sector,sector_es,others,others_es,rules\r\nCSO,Organizaciones de la sociedad civil,CITIZEN; ACADEMIC,"
                        + "\"Ciudadanía, en lo individual; Academia\",G-17; G-18\r\n");
    }

    @Test
    void whatIsAbsentIsAnEmptyCell() throws IOException {
        assertThat(csv(List.of(Column.text("a", "a.b", ""), Column.code("sector", "sector", CivilSector.class, "")), new Document()))
                .isEqualTo("a,sector,sector_es\r\n,,\r\n");
    }

    @Test
    void aTextThatASpreadsheetWouldTakeForAFormulaStaysAText() {
        for (String formula : List.of("=1+1", "+1", "-1", "@cmd", "\t=1", "\r=1", "\n=1")) {
            assertThat(Csv.safe(formula)).isEqualTo("'" + formula);
        }
        assertThat(Csv.safe("Sala 1-2")).isEqualTo("Sala 1-2");
        assertThat(Csv.safe(-1)).isEqualTo(-1);
    }

    private static String csv(List<Column> columns, Document line) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new Csv(out, columns).lines(List.of(line), NOTHING).end();
        return out.toString(StandardCharsets.UTF_8);
    }
}
