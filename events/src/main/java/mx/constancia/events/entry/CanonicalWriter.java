package mx.constancia.events.entry;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Writes JSON values canonically (RFC 8785), one token after the other: a tree of them costs more than all the rest. */
final class CanonicalWriter {

    private final StringBuilder out;

    CanonicalWriter(int expectedLength) {
        this.out = new StringBuilder(expectedLength);
    }

    /** What was written, in UTF-8. */
    byte[] bytes() {
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Writes what already has its canonical form, such as punctuation. */
    CanonicalWriter raw(String canonical) {
        out.append(canonical);
        return this;
    }

    CanonicalWriter number(double number) {
        out.append(CanonicalNumber.format(number));
        return this;
    }

    /** RFC 8785 section 3.2.2.2. */
    CanonicalWriter text(String text) {
        out.append('"');
        int clean = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c == '"' || c == '\\') {
                out.append(text, clean, i);
                escape(c);
                clean = i + 1;
            } else if (Character.isSurrogate(c)) {
                if (i + 1 == text.length() || !Character.isSurrogatePair(c, text.charAt(i + 1))) {
                    throw new IllegalArgumentException("half of a surrogate pair has no form in UTF-8");
                }
                i++;
            }
        }
        out.append(text, clean, text.length()).append('"');
        return this;
    }

    private void escape(char c) {
        switch (c) {
            case '"', '\\' -> out.append('\\').append(c);
            case '\b' -> out.append("\\b");
            case '\t' -> out.append("\\t");
            case '\n' -> out.append("\\n");
            case '\f' -> out.append("\\f");
            case '\r' -> out.append("\\r");
            default -> out.append("\\u00").append(Character.forDigit(c >> 4, 16)).append(Character.forDigit(c & 15, 16));
        }
    }

    /** Writes the value that begins at the parser's token, and leaves the parser at its last one. */
    void value(JsonParser parser) {
        switch (parser.currentToken()) {
            case START_OBJECT -> object(parser);
            case START_ARRAY -> array(parser);
            case VALUE_STRING -> text(parser.getString());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(parser.getDoubleValue());
            case VALUE_TRUE -> out.append("true");
            case VALUE_FALSE -> out.append("false");
            case VALUE_NULL -> out.append("null");
            case END_OBJECT, END_ARRAY, PROPERTY_NAME, VALUE_EMBEDDED_OBJECT, NOT_AVAILABLE ->
                throw new IllegalArgumentException("not JSON: " + parser.currentToken());
            case null -> throw new IllegalArgumentException("not JSON: nothing");
        }
    }

    /** A member of an object, and where it stands in what was written. */
    private record Member(String name, int from, int to) implements Comparable<Member> {

        /** RFC 8785 section 3.2.3: the order of UTF-16 code units, which is the order of strings in Java. */
        @Override
        public int compareTo(Member other) {
            return name.compareTo(other.name);
        }
    }

    private void object(JsonParser parser) {
        int start = out.length();
        List<Member> members = new ArrayList<>();
        boolean isSorted = true;
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            out.append(members.isEmpty() ? '{' : ',');
            int from = out.length();
            text(name).out.append(':');
            parser.nextToken();
            value(parser);
            isSorted &= members.isEmpty() || members.getLast().name.compareTo(name) < 0;
            members.add(new Member(name, from, out.length()));
        }
        if (!isSorted) {
            sort(start, members);
        }
        out.append(members.isEmpty() ? "{}" : "}");
    }

    private void sort(int start, List<Member> members) {
        String written = out.substring(start);
        out.setLength(start);
        members.sort(null);
        String before = null;
        for (Member member : members) {
            if (member.name.equals(before)) {
                throw new IllegalArgumentException("the name \"" + member.name + "\" occurs twice in an object");
            }
            out.append(before == null ? '{' : ',').append(written, member.from - start, member.to - start);
            before = member.name;
        }
    }

    private void array(JsonParser parser) {
        char separator = '[';
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            out.append(separator);
            value(parser);
            separator = ',';
        }
        out.append(separator == '[' ? "[]" : "]");
    }
}
