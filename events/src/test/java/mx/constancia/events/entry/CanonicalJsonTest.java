package mx.constancia.events.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import mx.constancia.events.EventJson;

class CanonicalJsonTest {

    private static final JsonMapper ORDERED = JsonMapper.builder().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).build();

    @Test
    void theExampleOfTheStandardIsReproduced() {
        // RFC 8785 section 3.2.2
        String input = """
                {
                  "numbers": [333333333.33333329, 1E30, 4.50,
                              2e-3, 0.000000000000000000000000001],
                  "string": "\\u20ac$\\u000F\\u000aA'\\u0042\\u0022\\u005c\\\\\\"\\/",
                  "literals": [null, true, false]
                }""";
        assertThat(canonical(input)).isEqualTo("""
                {"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],\
                "string":"€$\\u000f\\nA'B\\"\\\\\\\\\\"/"}""");
    }

    @Test
    void namesAreInTheOrderOfTheirCodeUnits() {
        // RFC 8785 section 3.2.3
        String input = """
                {"\\u20ac": "Euro Sign", "\\r": "Carriage Return", "\\ufb33": "Hebrew Letter Dalet With Dagesh", "1": "One",
                 "\\ud83d\\ude00": "Emoji: Grinning Face", "\\u0080": "Control", "\\u00f6": "Latin Small Letter O With Diaeresis"}""";
        assertThat(canonical(input)).isEqualTo("{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"\u0080\":\"Control\","
                + "\"ö\":\"Latin Small Letter O With Diaeresis\",\"€\":\"Euro Sign\",\"😀\":\"Emoji: Grinning Face\","
                + "\"\ufb33\":\"Hebrew Letter Dalet With Dagesh\"}");
    }

    /** RFC 8785 appendix B. */
    @ParameterizedTest
    @CsvSource({
        "0000000000000000, 0", "8000000000000000, 0", "0000000000000001, 5e-324", "8000000000000001, -5e-324",
        "7fefffffffffffff, 1.7976931348623157e+308", "ffefffffffffffff, -1.7976931348623157e+308",
        "4340000000000000, 9007199254740992", "c340000000000000, -9007199254740992", "4430000000000000, 295147905179352830000",
        "44b52d02c7e14af5, 9.999999999999997e+22", "44b52d02c7e14af6, 1e+23", "44b52d02c7e14af7, 1.0000000000000001e+23",
        "444b1ae4d6e2ef4e, 999999999999999700000", "444b1ae4d6e2ef4f, 999999999999999900000", "444b1ae4d6e2ef50, 1e+21",
        "3eb0c6f7a0b5ed8c, 9.999999999999997e-7", "3eb0c6f7a0b5ed8d, 0.000001", "41b3de4355555553, 333333333.3333332",
        "41b3de4355555554, 333333333.33333325", "41b3de4355555555, 333333333.3333333", "41b3de4355555556, 333333333.3333334",
        "41b3de4355555557, 333333333.33333343", "becbf647612f3696, -0.0000033333333333333333",
        "43143ff3c1cb0959, 1424953923781206.2"})
    void numbersAreWrittenAsEcmaScriptWritesThem(String bits, String expected) {
        assertThat(CanonicalNumber.format(Double.longBitsToDouble(Long.parseUnsignedLong(bits, 16)))).isEqualTo(expected);
    }

    @Property
    void everyNumberIsReadBackAsItself(@ForAll long bits) {
        double number = Double.longBitsToDouble(bits);
        if (Double.isFinite(number)) {
            assertThat(Double.parseDouble(CanonicalNumber.format(number))).isEqualTo(number == 0 ? 0.0 : number);
        }
    }

    @Property
    void everyTextIsReadBackAsItself(@ForAll String name, @ForAll String text) {
        if (isWellFormed(name) && isWellFormed(text)) {
            ObjectNode object = EventJson.MAPPER.createObjectNode().put(name, text);
            assertThat(EventJson.MAPPER.readTree(CanonicalJson.of(object.toString()))).isEqualTo(object);
        }
    }

    /** Where Jackson's own text is canonical: whole numbers, and texts that need no escape by number. */
    @Property
    void everyValueIsWrittenAsJacksonWritesItWithItsNamesInOrder(@ForAll("values") Object value) {
        assertThat(canonical(EventJson.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(value)))
                .isEqualTo(ORDERED.writeValueAsString(value));
    }

    @Provide
    Arbitrary<Object> values() {
        Arbitrary<String> texts = Arbitraries.strings().withChars("abzAZ09 _-.ñé€\u00ff\n\t\"\\/").ofMaxLength(8);
        Arbitrary<Object> leaves = Arbitraries.oneOf(texts, Arbitraries.integers(), Arbitraries.of(true, false));
        return Arbitraries.recursive(() -> leaves, inner -> Arbitraries.oneOf(inner.list().ofMaxSize(4).map(Object.class::cast),
                Arbitraries.maps(texts, inner).ofMaxSize(6).map(LinkedHashMap::new)), 0, 4);
    }

    @Test
    void aCanonicalTextStaysAsItIs() {
        String text = "{\"a\":[],\"b\":{},\"c\":[{\"d\":1},\"ñ\",-7,0.5,null]}";
        assertThat(canonical(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "", "{", "{} {}", "[", "[1", "[1,]", "{\"a\"}", "{\"b\":1,\"a\":2,\"b\":1}", "{\"b\":{\"a\":1,\"a\":2}}", "{\"a\":1,\"a\":1}", "{\"a\":1e400}", "{\"a\":NaN}", "{'a':1}", "\"\\ud800\"", "\"\\udc00\\ud800\"",
        "{\"\\ud83d\":1}"})
    void whatHasNoCanonicalFormIsRefused(String text) {
        assertThatThrownBy(() -> CanonicalJson.of(text)).isInstanceOf(IllegalArgumentException.class);
    }

    private static String canonical(String text) {
        return new String(CanonicalJson.of(text), StandardCharsets.UTF_8);
    }

    private static boolean isWellFormed(String text) {
        return StandardCharsets.UTF_8.newEncoder().canEncode(text);
    }
}
