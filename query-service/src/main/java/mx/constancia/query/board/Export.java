package mx.constancia.query.board;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.util.MimeTypeUtils;

import tools.jackson.databind.SequenceWriter;
import tools.jackson.databind.json.JsonMapper;

/** A whole list as a file. */
enum Export {

    /** RFC 4180, UTF-8, with a header line. */
    CSV("csv", MediaType.parseMediaType("text/csv;charset=UTF-8;header=present")) {

        @Override
        void write(Board board, Asked asked, BoardReader reader, JsonMapper json, OutputStream out) throws IOException {
            CSVPrinter lines = new CSVPrinter(new OutputStreamWriter(out, StandardCharsets.UTF_8), CSVFormat.RFC4180);
            lines.printRecord(board.columns().stream().flatMap(Column::headers));
            reader.whole(board, reader.question(board, asked), documents -> {
                for (Document document : board.completed(documents, reader.store())) {
                    lines.printRecord(board.columns().stream().flatMap(column -> column.cells(document, asked).stream()).map(Export::safe));
                }
            });
            lines.flush();
        }
    },
    /** An array. */
    JSON("json", MediaType.APPLICATION_JSON) {

        @Override
        void write(Board board, Asked asked, BoardReader reader, JsonMapper json, OutputStream out) throws IOException {
            try (SequenceWriter lines = json.writer().writeValuesAsArray(new Unclosed(out))) {
                reader.whole(board, reader.question(board, asked), documents -> lines.writeAll(board.lines(documents, asked, reader.store())));
            }
        }
    };

    static final String PARAMETER = "format";
    static final List<String> CODES = List.of(CSV.code, JSON.code);

    private final String code;
    private final MediaType type;

    Export(String code, MediaType type) {
        this.code = code;
        this.type = type;
    }

    /** The file that a request wants: the parameter {@code format} names it, or the header {@code Accept} prefers CSV to JSON. */
    static Optional<Export> wanted(Asked asked, String accept) {
        Optional<String> named = asked.code(PARAMETER, CODES);
        if (named.isPresent()) {
            return named.map(code -> valueOf(code.toUpperCase(Locale.ROOT)));
        }
        List<MediaType> types = new ArrayList<>(MediaType.parseMediaTypes(accept));
        MimeTypeUtils.sortBySpecificity(types);
        return types.stream().filter(type -> type.includes(MediaType.APPLICATION_JSON) || type.isCompatibleWith(CSV.type)).findFirst()
                .filter(type -> !type.includes(MediaType.APPLICATION_JSON)).map(type -> CSV);
    }

    /** Its media type. */
    MediaType type() {
        return type;
    }

    /** The end of its file name. */
    String extension() {
        return code;
    }

    /** Writes the list, a few hundred lines of it in memory at a time, and leaves the stream open. */
    abstract void write(Board board, Asked asked, BoardReader reader, JsonMapper json, OutputStream out) throws IOException;

    /** Spreadsheets take a text for a formula when it begins like one; an apostrophe in front keeps it a text. */
    static @Nullable Object safe(@Nullable Object cell) {
        return cell instanceof String text && !text.isEmpty() && "=+-@\t\r\n".indexOf(text.charAt(0)) >= 0 ? "'" + text : cell;
    }
}
