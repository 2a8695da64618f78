package mx.constancia.query.api;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import mx.constancia.query.appointment.AppointmentLine;
import mx.constancia.query.board.Board;
import mx.constancia.query.board.Column;
import mx.constancia.query.board.Form;
import mx.constancia.query.board.Order;
import mx.constancia.query.timeline.TimelineEntry;

/** The operations of boards, as the boards are declared. */
final class BoardOperations {

    /** Boards whose lines in JSON are a record and not their columns. */
    private static final Map<String, Class<? extends Record>> RECORDS =
            Map.of("timeline", TimelineEntry.class, "appointments", AppointmentLine.class);

    private BoardOperations() {
    }

    static void add(OpenAPI api, List<Board> boards) {
        for (Board board : boards) {
            String line = line(api, board);
            for (String path : board.paths()) {
                api.getPaths().addPathItem(path, new PathItem().get(operation(board, path, line)));
            }
        }
    }

    /** The name of the schema of a line. */
    private static String line(OpenAPI api, Board board) {
        Class<? extends Record> record = RECORDS.get(board.name());
        if (record == null) {
            api.getComponents().addSchemas(schemaName(board.name()), line(board));
            return schemaName(board.name());
        }
        ModelConverters.getInstance(true).readAllAsResolvedSchema(record).referencedSchemas.forEach(api.getComponents().getSchemas()::putIfAbsent);
        return record.getSimpleName();
    }

    private static Operation operation(Board board, String path, String line) {
        List<Parameter> parameters = new ArrayList<>();
        board.filters().stream().flatMap(filter -> filter.parameters().stream()).forEach(declared -> parameters.add(new Parameter()
                .name(declared.name()).in(path.contains("{" + declared.name() + "}") ? "path" : "query")
                .required(path.contains("{" + declared.name() + "}"))
                .description(declared.description()).schema(coded(schema(declared.form()), declared.codes()))));
        parameters.add(query("sort", "the order").schema(coded(RecordSchemas.of("string"), board.orders().stream().map(Order::name).toList())));
        parameters.add(query("order", "its direction").schema(coded(RecordSchemas.of("string"), List.of("asc", "desc"))));
        parameters.add(query("format", "the whole list as a file").schema(coded(RecordSchemas.of("string"), List.of("csv", "json"))));
        parameters.add(query("cursor", "where the page before ended: its `next`").schema(RecordSchemas.of("string")));
        parameters.add(query("limit", "lines in a page").schema(RecordSchemas.of("integer").format("int32")));
        return new Operation().addTagsItem("board").operationId("board_" + path.replaceAll("[{}]", "").substring(1).replace('/', '_').replace('-', '_'))
                .summary(board.summary()).parameters(parameters)
                .responses(new ApiResponses().addApiResponse("200", new ApiResponse().content(new Content()
                        .addMediaType("application/json", new MediaType().schema(pageOrWhole(line)))
                        .addMediaType("text/csv", new MediaType()))));
    }

    private static Schema<?> pageOrWhole(String line) {
        Schema<?> lines = RecordSchemas.of("array").items(new Schema<>().$ref("#/components/schemas/" + line));
        return new Schema<>().addOneOfItem(RecordSchemas.of("object").addProperty("items", lines)
                .addProperty("next", RecordSchemas.of("string").description("The cursor of the next page; absent on the last one."))
                .required(List.of("items"))).addOneOfItem(lines);
    }

    private static Schema<?> line(Board board) {
        Schema<?> schema = RecordSchemas.of("object").description(board.summary());
        for (Column column : board.columns()) {
            schema.addProperty(column.name(), schema(column.form()).description(column.description()));
        }
        return schema;
    }

    private static Parameter query(String name, String description) {
        return new Parameter().in("query").name(name).required(false).description(description);
    }

    private static Schema<Object> coded(Schema<Object> schema, List<String> codes) {
        if (codes.isEmpty()) {
            return schema;
        }
        Schema<Object> coded = RecordSchemas.of("string");
        coded.setEnum(new ArrayList<>(codes));
        return coded;
    }

    private static Schema<Object> schema(Form form) {
        return switch (form) {
            case TEXT -> RecordSchemas.of("string");
            case TEXTS -> list(RecordSchemas.of("string"));
            case CODE -> coded();
            case CODES -> list(coded());
            case DATE -> RecordSchemas.of("string").format("date");
            case INSTANT -> RecordSchemas.of("string").format("date-time");
            case NUMBER -> RecordSchemas.of("integer").format("int64");
            case FLAG -> RecordSchemas.of("boolean");
        };
    }

    private static Schema<Object> coded() {
        Schema<Object> schema = new Schema<>();
        schema.set$ref("#/components/schemas/Coded");
        return schema;
    }

    private static Schema<Object> list(Schema<?> items) {
        Schema<Object> schema = RecordSchemas.of("array");
        schema.setItems(items);
        return schema;
    }

    private static String schemaName(String board) {
        return String.join("", Arrays.stream((board + "-line").split("-"))
                .map(part -> part.substring(0, 1).toUpperCase(Locale.ROOT) + part.substring(1)).toList());
    }
}
