package mx.constancia.query.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.bulk.BulkWriteResult;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.DeleteOneModel;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.WriteModel;

import org.bson.Document;

/** The store in MongoDB: plain finds by {@code _id} and unordered bulk writes. */
public final class MongoViewStore implements ViewStore {

    private static final int IDS_PER_FIND = 100;
    private static final BulkWriteOptions UNORDERED = new BulkWriteOptions().ordered(false);
    private static final int MOST_AT_ONCE = 8;
    private static final long IDLE_SECONDS = 1;

    private final Function<View, MongoCollection<Document>> collections;
    /** Of its own, so that a rebuild does not hold up the living views; not virtual, or they would queue behind all requests. */
    private final ExecutorService threads = threads();

    /** The views of a database that were never rebuilt. */
    public MongoViewStore(MongoDatabase database) {
        this(view -> database.getCollection(view.collection()));
    }

    MongoViewStore(Function<View, MongoCollection<Document>> collections) {
        this.collections = collections;
    }

    private static ExecutorService threads() {
        ThreadPoolExecutor threads = new ThreadPoolExecutor(MOST_AT_ONCE, MOST_AT_ONCE, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(),
                Thread.ofPlatform().daemon().inheritInheritableThreadLocals(false).name("view-store-", 1).factory());
        threads.allowCoreThreadTimeOut(true);
        return threads;
    }

    @Override
    public void prepare() {
        // Lists across documents.
        collection(View.MECHANISMS).createIndexes(List.of(
                ascending("nameKey", "_id"), ascending("agencyId", "_id"), ascending("mechanismType", "_id"), ascending("lifecycle", "_id"),
                ascending("words", "_id")));
        collection(View.APPOINTMENTS).createIndexes(List.of(ascending("agencyId", "_id"), ascending("appointment.personRef", "_id")));
        collection(View.AGENCIES).createIndexes(List.of(ascending("nameKey", "_id")));
        collection(View.FACTS).createIndexes(List.of(ascending("agencyId", "_id"), ascending("mechanismId", "_id"), ascending("type", "_id"),
                ascending("actor", "_id"), ascending("rules", "_id"), ascending("findings", "_id"), ascending("persons", "_id"),
                ascending("occurredOn", "_id"), ascending("recordedAt", "_id"), ascending("delayDays", "_id")));
        collection(View.FINDINGS).createIndexes(List.of(ascending("agencyId", "_id"), ascending("mechanismId", "_id"), ascending("code", "_id"),
                ascending("article", "_id"), ascending("occurredOn", "_id")));
        collection(View.CALLS).createIndexes(List.of(ascending("agencyId", "_id"), ascending("opensOn", "_id")));
        collection(View.SESSIONS).createIndexes(List.of(ascending("agencyId", "_id"), ascending("date", "_id")));
        // MongoDB finds {_id, version} by _id; the stand-in scans unless there is a unique index on exactly these fields.
        for (View view : List.of(View.MECHANISMS, View.APPOINTMENTS, View.CALLS, View.SESSIONS, View.AGENCIES, View.INSTALLATIONS,
                View.PROGRESS, View.LEDGER, View.GENERATIONS)) {
            collection(view).createIndex(Indexes.ascending("_id", "version"), new IndexOptions().unique(true));
        }
    }

    private static IndexModel ascending(String... fields) {
        return new IndexModel(Indexes.ascending(fields));
    }

    @Override
    public Map<String, Document> find(View view, Collection<String> ids, String... fields) {
        Map<String, Document> found = new HashMap<>();
        List<String> wanted = List.copyOf(ids);
        for (int from = 0; from < wanted.size(); from += IDS_PER_FIND) {
            List<String> some = wanted.subList(from, Math.min(from + IDS_PER_FIND, wanted.size()));
            collection(view).find(Filters.in("_id", some)).projection(Projections.include(fields)).batchSize(IDS_PER_FIND)
                    .forEach(document -> found.put(document.getString("_id"), document));
        }
        return found;
    }

    @Override
    public boolean isEmpty(View view) {
        return collection(view).find().projection(new Document("_id", 1)).first() == null;
    }

    @Override
    public long count(View view, Document filter) {
        return collection(view).countDocuments(filter);
    }

    @Override
    public void write(View view, List<Write> writes) {
        if (writes.isEmpty()) {
            return;
        }
        BulkWriteResult result;
        long repeated = 0;
        try {
            result = bulk(view, writes.stream().map(MongoViewStore::model).toList());
        } catch (MongoBulkWriteException e) {
            if (e.getWriteConcernError() != null || !e.getWriteErrors().stream().allMatch(MongoViewStore::isDuplicateKey)) {
                throw e;
            }
            List<Write> found = e.getWriteErrors().stream().map(error -> writes.get(error.getIndex())).toList();
            repeated = found.stream().filter(Write.Once.class::isInstance).count() + fill(view, found);
            result = e.getWriteResult();
        }
        long done = result.getInsertedCount() + result.getMatchedCount() + result.getUpserts().size() + repeated;
        if (done < writes.stream().filter(write -> !(write instanceof Write.Delete)).count()) {
            throw new ConcurrentChangeException(view);
        }
    }

    @Override
    public <T> List<T> atOnce(List<Supplier<T>> independent) {
        List<CompletableFuture<T>> done = new ArrayList<>(independent.stream().skip(1).map(each -> CompletableFuture.supplyAsync(each, threads)).toList());
        independent.stream().limit(1).forEach(each -> done.addFirst(CompletableFuture.supplyAsync(each, Runnable::run)));
        done.forEach(each -> each.handle((value, failure) -> value).join());
        done.stream().filter(each -> each.state() == Future.State.FAILED).map(Future::exceptionNow).findFirst().ifPresent(failure -> {
            throw failure instanceof RuntimeException e ? e : new IllegalStateException(failure);
        });
        return done.stream().map(CompletableFuture::resultNow).toList();
    }

    /** The pages among them that were there after all. */
    private long fill(View view, List<Write> found) {
        List<WriteModel<Document>> fills = found.stream().filter(Write.Fill.class::isInstance)
                .map(write -> update((Write.Fill) write)).toList();
        if (!fills.isEmpty()) {
            bulk(view, fills);
        }
        return fills.size();
    }

    private BulkWriteResult bulk(View view, List<WriteModel<Document>> models) {
        return collection(view).bulkWrite(models, UNORDERED);
    }

    private static WriteModel<Document> model(Write write) {
        return switch (write) {
            case Write.Insert insert -> new InsertOneModel<>(insert.document());
            case Write.Replace replace ->
                new ReplaceOneModel<>(new Document("_id", replace.id()).append("version", replace.loadedVersion()), replace.document());
            case Write.Once once -> new InsertOneModel<>(once.document());
            case Write.Put put -> new ReplaceOneModel<>(new Document("_id", put.id()), put.document(), new ReplaceOptions().upsert(true));
            case Write.Fill fill -> fill.begins() ? new InsertOneModel<>(page(fill)) : update(fill);
            case Write.Delete delete -> new DeleteOneModel<>(new Document("_id", delete.id()));
        };
    }

    private static Document page(Write.Fill fill) {
        return new Document("_id", fill.id()).append(Write.Fill.SLOTS, fill.slots());
    }

    private static WriteModel<Document> update(Write.Fill fill) {
        Document slots = new Document();
        fill.slots().forEach((slot, value) -> slots.append(Write.Fill.SLOTS + "." + slot, value));
        return new UpdateOneModel<>(new Document("_id", fill.id()), new Document("$set", slots), new UpdateOptions().upsert(true));
    }

    private static boolean isDuplicateKey(BulkWriteError error) {
        return ErrorCategory.fromErrorCode(error.getCode()) == ErrorCategory.DUPLICATE_KEY;
    }

    private MongoCollection<Document> collection(View view) {
        return collections.apply(view);
    }
}
