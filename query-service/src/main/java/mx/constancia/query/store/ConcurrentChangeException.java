package mx.constancia.query.store;

/** Another writer changed a document since it was loaded, or the store was emptied. Load again and fold again. */
public final class ConcurrentChangeException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public ConcurrentChangeException(View view) {
        super("documents of " + view.collection() + " changed since they were loaded");
    }
}
