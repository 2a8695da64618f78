package mx.constancia.query.board;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.springframework.http.MediaType;
import org.springframework.util.MimeTypeUtils;

import tools.jackson.databind.SequenceWriter;
import tools.jackson.databind.json.JsonMapper;

/** A whole list as a file. */
enum Export {

    /** RFC 4180, UTF-8, with a header line. */
    CSV("csv", Csv.TYPE) {

        @Override
        void write(Board board, Asked asked, BoardReader reader, JsonMapper json, OutputStream out) throws IOException {
            Csv lines = new Csv(out, board.columns());
            reader.whole(board, reader.question(board, asked), documents -> lines.lines(board.completed(documents, reader.store()), asked));
            lines.end();
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
}
