package mx.constancia.query.board;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** A response's stream, which the server closes: an orderly end says that the answer is whole. */
final class Unclosed extends FilterOutputStream {

    Unclosed(OutputStream out) {
        super(out);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        out.write(bytes, offset, length);
    }

    @Override
    public void close() throws IOException {
        flush();
    }
}
