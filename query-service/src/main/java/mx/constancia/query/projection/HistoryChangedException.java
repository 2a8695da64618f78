package mx.constancia.query.projection;

/** The topic is not the one that the views were built from, or it lost records. Going on would hide that. */
final class HistoryChangedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    HistoryChangedException(String message) {
        super(message);
    }

    static void check(String topicId, Progress progress) {
        if (!progress.topicId().equals(topicId)) {
            throw new HistoryChangedException("the views were built from topic id " + progress.topicId() + ", the topic's id is now " + topicId);
        }
    }
}
