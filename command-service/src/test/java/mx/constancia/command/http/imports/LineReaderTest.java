package mx.constancia.command.http.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import mx.constancia.command.http.imports.LineReader.RawLine;

class LineReaderTest {

    private static final int LONGEST = 100;

    @Test
    void linesAreCutAtTheirEnds() throws IOException {
        assertThat(read("one\ntwo\r\nthree\n")).containsExactly("1:one", "2:two\r", "3:three");
    }

    @Test
    void theLastLineNeedsNoEnd() throws IOException {
        assertThat(read("one\ntwo")).containsExactly("1:one", "2:two");
    }

    @Test
    void anEmptyBodyHasNoLine() throws IOException {
        assertThat(read("")).isEmpty();
    }

    @Test
    void emptyLinesCount() throws IOException {
        assertThat(read("\n\none")).containsExactly("1:", "2:", "3:one");
    }

    @Test
    void aLineThatIsTooLongIsLeftOutAndTheNextIsRead() throws IOException {
        String longest = "x".repeat(LONGEST);

        assertThat(read(longest + "\n" + longest + "y\n" + "z".repeat(300_000) + "\nlast")).containsExactly("1:" + longest, "2:too long", "3:too long", "4:last");
    }

    @Test
    void aLineMayComeInSeveralReads() throws IOException {
        String line = "ñ".repeat(40);
        byte[] bytes = (line + "\nlast").getBytes(StandardCharsets.UTF_8);

        assertThat(read(new SequenceInputStream(new ByteArrayInputStream(bytes, 0, 33), new ByteArrayInputStream(bytes, 33, bytes.length - 33))))
                .containsExactly("1:" + line, "2:last");
    }

    @Test
    void ofALineThatBreaksOffNothingIsGivenOut() throws IOException {
        InputStream broken = new InputStream() {

            @Override
            public int read() throws IOException {
                throw new EOFException();
            }
        };
        LineReader reader = new LineReader(new SequenceInputStream(stream("one\nhalf a li"), broken), LONGEST);
        reader.next();

        assertThatThrownBy(reader::next).isInstanceOf(EOFException.class);
    }

    private static List<String> read(String body) throws IOException {
        return read(stream(body));
    }

    private static List<String> read(InputStream body) throws IOException {
        LineReader reader = new LineReader(body, LONGEST);
        List<String> lines = new ArrayList<>();
        for (RawLine line = reader.next(); line != null; line = reader.next()) {
            lines.add(line.number() + ":" + (line.bytes() == null ? "too long" : new String(line.bytes(), StandardCharsets.UTF_8)));
        }
        return lines;
    }

    private static InputStream stream(String body) {
        return new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8));
    }
}
