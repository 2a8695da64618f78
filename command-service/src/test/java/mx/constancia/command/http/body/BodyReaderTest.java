package mx.constancia.command.http.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import mx.constancia.command.http.Samples;
import mx.constancia.command.http.Samples.ChangeSample;
import mx.constancia.command.http.problem.FieldError;
import mx.constancia.command.http.problem.Problem;
import mx.constancia.command.http.problem.ProblemException;
import mx.constancia.command.http.problem.ProblemType;
import mx.constancia.vocabulary.CivilSector;
import mx.constancia.vocabulary.RecordMode;

class BodyReaderTest {

    private static final CommandShape SHAPE = CommandShape.of(Samples.CHANGE_SAMPLE);
    private static final String LEAST = """
            {"occurredOn": "2019-03-01", "title": "t", "sector": "CSO", "opensOn": "2019-03-02"}""";

    @Test
    void whatIsAbsentIsNullOrEmptyOrFalse() {
        CommandBody body = read(LEAST);

        assertThat(body.command())
                .isEqualTo(new ChangeSample("t", CivilSector.CSO, LocalDate.of(2019, 3, 2), null, false, null, List.of(), List.of(), null));
        assertThat(body.common().recordModeOrLive()).isEqualTo(RecordMode.LIVE);
        assertThat(body.common().legalBasis()).isEmpty();
        assertThat(body.common().documents()).isEmpty();
    }

    @Test
    void whatIsNullIsAbsent() {
        assertThat(read(with("\"closesOn\": null, \"sectors\": null, \"permanent\": null, \"recordMode\": null")).command())
                .isEqualTo(read(LEAST).command());
    }

    @Test
    void everyShapeOfFieldIsBound() {
        CommandBody body = read(with("""
                "closesOn": "2019-04-01", "permanent": true, "quorum": false, "sectors": ["ACADEMIC", "CSO"],
                "parts": [{"title": "a", "count": 1}, {"title": "b", "count": 2, "spare": 3}],
                "recordMode": "HISTORICAL", "onBehalfOf": "x", "legalBasis": [{"instrument": "LGTAIP", "article": "8"}],
                "evidence": [{"docId": "d", "sha256": "%s", "visibility": "PUBLIC"}],
                "source": {"reference": "r"}, "correctsEventId": "e\"""".formatted("ab".repeat(32))));

        ChangeSample command = (ChangeSample) body.command();
        assertThat(command.sectors()).containsExactly(CivilSector.ACADEMIC, CivilSector.CSO);
        assertThat(command.parts()).extracting(Samples.Part::spare).containsExactly(null, 3);
        assertThat(command.quorum()).isFalse();
        assertThat(body.common().recordModeOrLive()).isEqualTo(RecordMode.HISTORICAL);
        assertThat(body.common().documents()).singleElement().satisfies(document -> assertThat(document.visibility()).isEqualTo("PUBLIC"));
        assertThat(body.common().source()).isNotNull().satisfies(source -> assertThat(source.illustrative()).isFalse());
    }

    @Test
    void allMissingFieldsAreNamedAtOnce() {
        Problem problem = refused("{\"closesOn\": \"2019-04-01\"}");

        assertThat(problem.type()).isEqualTo(ProblemType.INVALID_BODY);
        assertThat(errors(problem)).extracting(FieldError::field).containsExactlyInAnyOrder("occurredOn", "title", "sector", "opensOn");
    }

    @Test
    void anUnknownFieldIsNamedWithTheNearestOnes() {
        Problem problem = refused(with("\"titel\": \"t\""));

        assertThat(errors(problem)).singleElement().satisfies(error -> {
            assertThat(error.field()).isEqualTo("titel");
            assertThat(error.allowed()).containsExactly("title");
            assertThat(error.detail()).contains("did you mean title?");
        });
    }

    @Test
    void anUnknownFieldWithinAPartIsNamedByItsPath() {
        Problem problem = refused(with("\"parts\": [{\"title\": \"a\", \"count\": 1}, {\"title\": \"a\", \"count\": 1, \"xyz\": 1}]"));

        assertThat(errors(problem)).extracting(FieldError::field).containsExactly("parts[1].xyz");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "\"closesOn\": \"2019-02-30\" | closesOn | date (YYYY-MM-DD)",
            "\"closesOn\": \"+12019-01-01\" | closesOn | date (YYYY-MM-DD)",
            "\"closesOn\": 20190230 | closesOn | date (YYYY-MM-DD)",
            "\"closesOn\": [2019, 2, 3] | closesOn | date (YYYY-MM-DD)",
            "\"permanent\": \"true\" | permanent | true or false",
            "\"permanent\": 1 | permanent | true or false",
            "\"sectors\": \"CSO\" | sectors | array",
            "\"sectors\": [null] | sectors[0] | code",
            "\"sectors\": [0] | sectors[0] | code",
            "\"main\": [] | main | object",
            "\"main\": {\"title\": 5, \"count\": 1} | main.title | string",
            "\"main\": {\"title\": \"a\", \"count\": 1.0} | main.count | whole number",
            "\"main\": {\"title\": \"a\", \"count\": \"1\"} | main.count | whole number",
            "\"main\": {\"title\": \"a\", \"count\": 3000000000} | main.count | whole number",
            "\"main\": {\"title\": \"a\", \"count\": 99999999999999999999} | main.count | whole number",
    })
    void aWrongTypeIsNamedByPathAndExpectation(String field, String path, String expected) {
        Problem problem = refused(with(field));

        assertThat(problem.type()).isEqualTo(ProblemType.INVALID_BODY);
        assertThat(errors(problem)).singleElement().satisfies(error -> {
            assertThat(error.field()).isEqualTo(path);
            assertThat(error.detail()).startsWith("expected " + expected + ", found ");
        });
    }

    @Test
    void anUnknownCodeIsNamedWithItsArticleAndTheCodes() {
        Problem problem = refused(with("\"sectors\": [\"CSO\", \"CHURCH\"]"));

        assertThat(problem.type()).isEqualTo(ProblemType.UNKNOWN_CODE);
        assertThat(errors(problem)).singleElement().satisfies(error -> {
            assertThat(error.field()).isEqualTo("sectors[1]");
            assertThat(error.article()).isEqualTo("G-17");
            assertThat(error.detail()).contains("CHURCH");
            assertThat(error.allowed()).contains("CSO", "ACADEMIC", "OTHER").hasSize(CivilSector.values().length);
        });
    }

    @Test
    void whatAPartRefusesIsNamedByItsPath() {
        Problem problem = refused(with("\"parts\": [{\"title\": \"a\", \"count\": -1}]"));

        assertThat(errors(problem)).containsExactly(FieldError.of("parts[0]", "count is not negative"));
    }

    @Test
    void aDigestThatIsNoneIsRefused() {
        Problem problem = refused(with("\"evidence\": [{\"docId\": \"d\", \"sha256\": \"AB\", \"visibility\": \"PUBLIC\"}]"));

        assertThat(problem.type()).isEqualTo(ProblemType.INVALID_BODY);
        assertThat(errors(problem)).singleElement().satisfies(error -> assertThat(error.field()).isEqualTo("evidence[0]"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "{", "{\"a\": }", "{\"a\": 1} x", "{} {}", "{'a': 1}", "{\"a\": NaN}", "{\"a\": 01}", "{\"a\": 1, \"a\": 1}"})
    void whatIsNotJsonIsRefused(String body) {
        assertThat(refused(body).type()).isIn(ProblemType.MALFORMED_JSON, ProblemType.INVALID_BODY);
    }

    @Test
    void brokenJsonIsToldWithItsPlace() {
        Problem problem = refused("{\n  \"title\": \"t\",\n  \"sector\" \"CSO\"\n}");

        assertThat(problem.type()).isEqualTo(ProblemType.MALFORMED_JSON);
        assertThat(problem.members()).containsEntry("line", 3);
        assertThat(problem.detail()).startsWith("Line 3, column ").doesNotContain("java", "Source");
    }

    @Test
    void aRepeatedNameIsRefused() {
        assertThat(refused(with("\"title\": \"other\"")).type()).isEqualTo(ProblemType.MALFORMED_JSON);
    }

    @Test
    void nestingIsBounded() {
        String deep = "{\"parts\": " + "[".repeat(100) + "]".repeat(100) + "}";

        assertThat(refused(deep)).satisfies(problem -> {
            assertThat(problem.type()).isEqualTo(ProblemType.MALFORMED_JSON);
            assertThat(problem.detail()).contains("64 levels");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "null", "\"x\"", "5"})
    void whatIsNoObjectIsRefused(String body) {
        assertThat(refused(body).type()).isEqualTo(ProblemType.INVALID_BODY);
    }

    @Test
    void bytesThatAreNoUtf8AreRefused() {
        byte[] body = LEAST.replace("\"t\"", "\"ñ\"").getBytes(StandardCharsets.ISO_8859_1);

        assertThat(catchThrowableOfType(ProblemException.class, () -> BodyReader.read(SHAPE, body)).problem().type())
                .isEqualTo(ProblemType.MALFORMED_JSON);
    }

    @Test
    void listsOfErrorsAreBounded() {
        String many = "\"sectors\": [" + "1,".repeat(500) + "1]";

        assertThat(errors(refused(with(many)))).hasSize(50);
    }

    @Test
    void whiteSpaceAndTheOrderOfNamesDoNotChangeTheCanonicalBytes() {
        CommandBody one = read("{\"occurredOn\":\"2019-03-01\",\"title\":\"t\",\"sector\":\"CSO\",\"opensOn\":\"2019-03-02\"}");
        CommandBody other = read("{\"title\": \"t\",\n\"opensOn\": \"2019-03-02\", \"sector\": \"CSO\", \"occurredOn\": \"2019-03-01\"}");

        assertThat(one.canonical()).isEqualTo(other.canonical());
    }

    private static String with(String fields) {
        return LEAST.substring(0, LEAST.length() - 1) + ", " + fields + "}";
    }

    private static CommandBody read(String json) {
        return BodyReader.read(SHAPE, json.getBytes(StandardCharsets.UTF_8));
    }

    private static Problem refused(String json) {
        return catchThrowableOfType(ProblemException.class, () -> read(json)).problem();
    }

    @SuppressWarnings("unchecked")
    private static List<FieldError> errors(Problem problem) {
        return (List<FieldError>) problem.members().get("errors");
    }
}
