package mx.constancia.command.http.imports;

import java.util.List;
import java.util.concurrent.Semaphore;

/** Bounds the lines of an import that are read and not yet answered, in number and in bytes. */
final class Window {

    private final Semaphore lines;
    private final Semaphore bytes;

    Window(int lines, int bytes) {
        this.lines = new Semaphore(lines);
        this.bytes = new Semaphore(bytes);
    }

    /** Waits until there is room for a line. */
    void enter(Line line) throws InterruptedException {
        lines.acquire();
        bytes.acquire(line.length());
    }

    void leave(List<Line> answered) {
        lines.release(answered.size());
        bytes.release(answered.stream().mapToInt(Line::length).sum());
    }
}
