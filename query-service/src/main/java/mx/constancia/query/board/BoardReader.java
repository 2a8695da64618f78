package mx.constancia.query.board;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

import mx.constancia.query.http.Page;
import mx.constancia.query.log.VisibleHead;
import mx.constancia.query.store.KeysetList;
import mx.constancia.query.store.ViewStore;

import org.bson.Document;
import org.springframework.stereotype.Component;

/** Reads boards: one page, or the whole list page by page. */
@Component
final class BoardReader {

    private static final int LIMIT = 50;
    private static final int CHUNK = 500;

    private final KeysetList lists;
    private final ViewStore store;
    private final VisibleHead head;

    BoardReader(KeysetList lists, ViewStore store, VisibleHead head) {
        this.lists = lists;
        this.store = store;
        this.head = head;
    }

    /** Takes the documents of a list, in their order. */
    interface Sink {

        void take(List<Document> documents) throws IOException;
    }

    Page<?> page(Board board, Asked asked) {
        int limit = asked.number("limit", 1, Page.MAX).orElse(LIMIT);
        Question question = Question.of(board, asked, head.refresh());
        List<Document> found = lists.page(board.view(), question.filter(), question.place(), limit + 1, fields(board, question));
        List<Document> shown = found.subList(0, Math.min(limit, found.size()));
        return new Page<>(board.lines(shown, asked, store), found.size() > limit ? question.after(shown.getLast()) : null);
    }

    /** The whole list; a few hundred documents of it are in memory at a time. */
    void whole(Board board, Question question, Sink sink) throws IOException {
        List<Document> found;
        Question rest = question;
        do {
            found = lists.page(board.view(), rest.filter(), rest.place(), CHUNK, fields(board, question));
            if (!found.isEmpty()) {
                sink.take(found);
                rest = rest.following(found.getLast());
            }
        } while (found.size() == CHUNK);
    }

    Question question(Board board, Asked asked) {
        return Question.of(board, asked, head.refresh());
    }

    ViewStore store() {
        return store;
    }

    private static List<String> fields(Board board, Question question) {
        return board.fields().isEmpty() ? List.of() : Stream.concat(board.fields().stream(), Stream.of(question.order().field())).toList();
    }
}
