package mx.constancia.query.api;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import mx.constancia.query.board.Board;
import mx.constancia.query.http.Page;
import mx.constancia.query.http.problem.ProblemType;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.method.HandlerMethod;

/** What all operations have in common, as the document says it. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty("springdoc.api-docs.enabled")
class ApiConventions {

    private static final String PROBLEM = "application/problem+json";
    /** Answers of their own addresses, which no operation here has. */
    private static final List<Integer> ELSEWHERE = List.of(403, 405);
    private static final List<String> FOR_OPERATORS = List.of("/parked", "/rebuild");
    /** What never ends, or is sent while it is read, has no entity tag. */
    private static final List<String> UNBOUNDED = List.of("text/event-stream", "application/x-ndjson");
    /** Where nothing of the log is answered. */
    private static final List<String> APART = List.of("/problems", "/schemas", "/openapi.json", "/asyncapi.yaml");
    private static final List<String> TEXTS = List.of("text/event-stream", "application/x-ndjson", "text/csv", "text/html", "text/plain", "application/yaml");

    @Bean
    RecordSchemas recordSchemas() {
        return new RecordSchemas();
    }

    @Bean
    OpenAPI document() {
        return new OpenAPI()
                .info(new Info().title("Constancia: queries").version("1").description("""
                        What happened in the citizen participation mechanisms of the Mexican administration: state, past and live, from \
                        read models that follow the event log. Public parts need no token; officers and internal control organs see the \
                        restricted parts of their own agency. Every problem has a type whose address explains it."""))
                .addSecurityItem(new SecurityRequirement())
                .addSecurityItem(new SecurityRequirement().addList("token"))
                .components(new Components()
                        .addSecuritySchemes("token", new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme("bearer").bearerFormat("JWT")
                                .description("An access token of the configured issuer for the audience constancia."))
                        .addParameters("min-position", new Parameter().in("query").name("min-position").required(false)
                                .description("Wait, briefly, until everything up to this position can be read: the position of a command's answer.")
                                .schema(RecordSchemas.of("integer").format("int64").minimum(BigDecimal.ZERO))));
    }

    @Bean
    GlobalOperationCustomizer operations() {
        return ApiConventions::describe;
    }

    @Bean
    GlobalOpenApiCustomizer answers(List<Board> boards) {
        return api -> {
            BoardOperations.add(api, boards);
            api.getComponents().addSchemas("Problem", problem());
            problems().forEach((status, types) -> api.getComponents().addResponses("Problem" + status, answer(types)));
            api.getPaths().forEach((path, item) -> item.readOperations().forEach(operation -> complete(path, operation)));
        };
    }

    private static Operation describe(Operation operation, HandlerMethod method) {
        String name = method.getBeanType().getSimpleName().replaceFirst("Controller$", "");
        operation.setTags(List.of(method.getBeanType().getPackageName().replaceFirst(".*\\.", "")));
        operation.setOperationId(name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1) + "_" + method.getMethod().getName());
        operation.setSummary(plain(operation.getSummary()));
        operation.setDescription(plain(operation.getDescription()));
        if (operation.getDescription() != null && operation.getDescription().equals(operation.getSummary())) {
            operation.setDescription(null);
        }
        if (operation.getResponses().get("200").getContent() == null) {
            operation.getResponses().get("200").setContent(announced(method));
        }
        return operation;
    }

    /** What a handler writes by itself. */
    private static Content announced(HandlerMethod method) {
        Content content = new Content();
        Stream.of(Objects.requireNonNull(method.getMethodAnnotation(GetMapping.class)).produces())
                .forEach(type -> content.addMediaType(type, new MediaType()));
        return content;
    }

    private static void complete(String path, Operation operation) {
        if (operation.getParameters() != null) {
            // What the specification lets nobody declare: the answers' media types say it.
            operation.getParameters().removeIf(parameter -> HttpHeaders.ACCEPT.equals(parameter.getName()));
            operation.getParameters().forEach(ApiConventions::complete);
        }
        if (APART.stream().noneMatch(path::startsWith)) {
            operation.addParametersItem(new Parameter().$ref("#/components/parameters/min-position"));
        }
        ApiResponse found = operation.getResponses().get("200");
        found.setDescription("The answer.");
        // springdoc shares one object among all media types of an answer.
        found.getContent().replaceAll((type, media) -> TEXTS.contains(type)
                ? new MediaType().schema(RecordSchemas.of("string"))
                : type.equals("application/octet-stream") ? new MediaType().schema(RecordSchemas.of("string").format("binary"))
                : isFile(media) ? new MediaType().schema(RecordSchemas.of("object")) : media);
        if (!UNBOUNDED.containsAll(found.getContent().keySet())) {
            found.addHeaderObject("ETag", new Header().description("Changes whenever the answer does.").schema(RecordSchemas.of("string")));
            operation.getResponses().addApiResponse("304", new ApiResponse().description("Unchanged since the entity tag in If-None-Match."));
        }
        problems().keySet().stream().filter(status -> !ELSEWHERE.contains(status) || status == 403 && FOR_OPERATORS.contains(path)).forEach(status -> operation.getResponses()
                .addApiResponse(Integer.toString(status), new ApiResponse().$ref("#/components/responses/Problem" + status)));
    }

    private static boolean isFile(MediaType media) {
        return media.getSchema() != null && "binary".equals(media.getSchema().getFormat());
    }

    private static void complete(Parameter parameter) {
        parameter.setDescription(plain(parameter.getDescription()));
        Schema<?> schema = parameter.getSchema();
        if (schema != null && schema.getTypes() != null) {
            schema.getTypes().remove("null");
        }
        if (schema != null && "limit".equals(parameter.getName())) {
            schema.minimum(BigDecimal.ONE).maximum(BigDecimal.valueOf(Page.MAX));
        }
    }

    private static Map<Integer, List<ProblemType>> problems() {
        return Arrays.stream(ProblemType.values())
                .collect(Collectors.groupingBy(type -> type.status().value(), TreeMap::new, Collectors.toList()));
    }

    private static ApiResponse answer(List<ProblemType> types) {
        return new ApiResponse()
                .description(types.stream().map(type -> "- [%s](%s): %s".formatted(type.title(), type.uri(), type.explanation()))
                        .collect(Collectors.joining("\n")))
                .content(new Content().addMediaType(PROBLEM, new MediaType().schema(new Schema<>().$ref("#/components/schemas/Problem"))));
    }

    private static Schema<?> problem() {
        Schema<Object> type = RecordSchemas.of("string").description("Address of the page that explains the problem.");
        type.setEnum(Arrays.stream(ProblemType.values()).<Object>map(each -> each.uri().toString()).toList());
        return RecordSchemas.of("object").description("Why there is no answer (RFC 9457). Some types have members of their own.")
                .addProperty("type", type)
                .addProperty("title", RecordSchemas.of("string"))
                .addProperty("status", RecordSchemas.of("integer").format("int32"))
                .addProperty("detail", RecordSchemas.of("string"))
                .addProperty("instance", RecordSchemas.of("string"))
                .required(List.of("type", "title", "status", "detail", "instance"));
    }

    static String plain(String text) {
        return text == null ? null : text.replaceAll("</?code>", "`").replaceAll("\\{@\\w+ [^}]*?([\\w.]+)}", "`$1`").replaceAll("\\s+", " ").strip();
    }
}
