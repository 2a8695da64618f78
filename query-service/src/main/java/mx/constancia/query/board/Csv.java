package mx.constancia.query.board;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;

import jakarta.servlet.http.HttpServletResponse;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;

/** Lines of CSV (RFC 4180) in UTF-8, with a header line. */
public final class Csv {

    /** The media type. */
    public static final MediaType TYPE = MediaType.parseMediaType("text/csv;charset=UTF-8;header=present");
    private static final String FORMULAS = "=+-@\t\r\n";

    private final List<Column> columns;
    private final CSVPrinter printer;

    /** Whether a request for a short list wants it: the parameter {@code format} names it, and not JSON. */
    public static boolean isWanted(Asked asked) {
        return asked.code(Export.PARAMETER, Export.CODES).filter(Export.CSV.extension()::equals).isPresent();
    }

    /** Answers with a short list as a file. */
    public static void send(HttpServletResponse response, String name, List<Column> columns, List<Document> lines, Asked asked) throws IOException {
        announce(response, TYPE, name + "-" + asked.today() + ".csv");
        new Csv(response.getOutputStream(), columns).lines(lines, asked).end();
    }

    /** Tells a browser to keep an answer as a file. */
    static void announce(HttpServletResponse response, MediaType type, String name) {
        response.setContentType(type.toString());
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename("constancia-" + name).build().toString());
    }

    /** Writes the header line; the stream stays open in the end. */
    public Csv(OutputStream out, List<Column> columns) throws IOException {
        this.columns = columns;
        this.printer = new CSVPrinter(new OutputStreamWriter(out, StandardCharsets.UTF_8), CSVFormat.RFC4180);
        printer.printRecord(columns.stream().flatMap(Column::headers));
    }

    /** Writes a line for each document. */
    public Csv lines(List<Document> documents, Asked asked) throws IOException {
        for (Document document : documents) {
            printer.printRecord(columns.stream().flatMap(column -> column.cells(document, asked).stream()).map(Csv::safe));
        }
        return this;
    }

    /** Sends what is not sent yet. */
    public void end() throws IOException {
        printer.flush();
    }

    /** Spreadsheets take a text for a formula when it begins like one; an apostrophe in front keeps it a text. */
    static @Nullable Object safe(@Nullable Object cell) {
        return cell instanceof String text && !text.isEmpty() && FORMULAS.indexOf(text.charAt(0)) >= 0 ? "'" + text : cell;
    }
}
