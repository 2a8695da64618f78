package mx.constancia.query.store;

import java.util.Map;

import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** One change of one document, by its {@code _id}. */
public sealed interface Write {

    /** The document's {@code _id}. */
    String id();

    /**
     * A new document. It fails with {@link ConcurrentChangeException} when one with its {@code _id} exists.
     *
     * @param document with {@code _id} and {@code version}
     */
    record Insert(Document document) implements Write {

        @Override
        public String id() {
            return document.getString("_id");
        }
    }

    /**
     * A whole document in place of the one that was loaded. It fails with {@link ConcurrentChangeException} when that
     * one is not at its version any more, or is gone.
     *
     * @param loadedVersion {@code version} of the document that was loaded
     * @param document      with {@code _id} and {@code version}
     */
    record Replace(long loadedVersion, Document document) implements Write {

        @Override
        public String id() {
            return document.getString("_id");
        }
    }

    /** A document, whatever was there. For documents that say the same whoever writes them. */
    record Put(Document document) implements Write {

        @Override
        public String id() {
            return document.getString("_id");
        }
    }

    /** A document that never changes; when it is there already it stays. */
    record Once(Document document) implements Write {

        @Override
        public String id() {
            return document.getString("_id");
        }
    }

    /**
     * Slots of a page, in its field {@link #SLOTS}; the page is created when it is absent, other slots stay. A slot always receives the same value,
     * so writing it again changes nothing, and several writers may fill one page.
     *
     * @param slots  value by slot
     * @param begins whether the page is probably absent; it is right either way, and costs less when it is true
     */
    record Fill(String id, Map<String, Object> slots, boolean begins) implements Write {

        /** The field of a page that holds its slots. */
        public static final String SLOTS = "slots";
    }

    /** No document with this {@code _id}. */
    record Delete(String id) implements Write {
    }

    /** {@link Insert} or {@link Replace}, depending on what was loaded. */
    static Write guarded(@Nullable Document loaded, Document next) {
        return loaded == null ? new Insert(next) : new Replace(loaded.getLong("version"), next);
    }

    /** {@link Insert} after version 0, else {@link Replace}. For documents whose first version is 1 or higher. */
    static Write after(long version, Document next) {
        return version == 0 ? new Insert(next) : new Replace(version, next);
    }
}
