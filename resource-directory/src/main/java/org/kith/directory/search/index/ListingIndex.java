package org.kith.directory.search.index;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherLifetimeManager;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.search.similarities.Similarity;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.jspecify.annotations.Nullable;
import org.kith.directory.hsds.Listing;

/**
 * The index of what can be found. One thread writes; any number search, and none of them waits for the writer.
 *
 * <p>Remembers with each commit the number of the last change in it, so that whoever feeds it knows where to go on.
 * What is not active, or says a code that must never be shown, is not in it.
 */
public final class ListingIndex implements Closeable {
    /** Little weight on length: a long description is no worse than a short one. */
    private static final Similarity SIMILARITY = new BM25Similarity(1.2f, .35f);

    private static final double SNAPSHOT_SECONDS = 300;

    private final Directory directory;
    private final IndexWriter writer;
    private final SearcherManager searchers;
    private final SearcherLifetimeManager snapshots = new SearcherLifetimeManager();
    private final Tallies tallies = new Tallies();
    private final String origin;
    private volatile long applied;

    private ListingIndex(Directory directory, IndexWriter writer, String origin, long applied) throws IOException {
        this.directory = directory;
        this.writer = writer;
        this.origin = origin;
        this.applied = applied;
        this.searchers = new SearcherManager(writer, true, false, new SearcherFactory() {
            @Override
            public IndexSearcher newSearcher(IndexReader reader, @Nullable IndexReader previous) {
                IndexSearcher searcher = new IndexSearcher(reader);
                searcher.setSimilarity(SIMILARITY);
                return searcher;
            }
        });
    }

    /**
     * Opens what is in the folder where that can be gone on with; else begins an empty index there.
     *
     * @param origin which table the changes come from; an index of another is thrown away
     * @param lastChange the highest number in that table; an index that is ahead of it is thrown away
     */
    public static ListingIndex open(Path folder, String origin, long lastChange) {
        try {
            Directory directory = IndexFolder.open(folder);
            long applied = IndexFolder.applied(directory, origin, lastChange);
            if (applied == 0) {
                IndexFolder.clear(directory);
            }
            return new ListingIndex(directory, writer(directory, applied == 0), origin, applied);
        } catch (IOException e) {
            throw new UncheckedIOException("The search index in " + folder + " cannot be opened.", e);
        }
    }

    /** For tests and measurements. */
    public static ListingIndex inMemory() {
        try {
            Directory directory = new ByteBuffersDirectory();
            return new ListingIndex(directory, writer(directory, true), "", 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The number of the last change in it. */
    public long applied() {
        return applied;
    }

    /** In the order of their numbers. Not seen before {@link #refresh}, not safe before {@link #commit}. */
    public void apply(List<Change> changes) throws IOException {
        for (Change change : changes) {
            Term key = new Term(Fields.ID, change.id());
            Listing listing = change.listing();
            if (listing == null || !Shown.mayBe(listing)) {
                writer.deleteDocuments(key);
            } else {
                Document entry = ListingEntry.of(listing, change.id());
                entry.add(new NumericDocValuesField(Fields.CHANGE, change.number()));
                writer.updateDocument(key, entry);
            }
            applied = change.number();
        }
    }

    public void refresh() throws IOException {
        searchers.maybeRefreshBlocking();
        snapshots.prune(new SearcherLifetimeManager.PruneByAge(SNAPSHOT_SECONDS));
    }

    public void commit() throws IOException {
        writer.setLiveCommitData(IndexFolder.commitData(origin, applied).entrySet());
        writer.commit();
    }

    /** Starts again from nothing. */
    public void clear() throws IOException {
        writer.deleteAll();
        applied = 0;
    }

    public Page search(Question question) {
        Position after = question.after();
        try {
            IndexSearcher kept = after == null ? null : snapshots.acquire(after.snapshot());
            if (kept != null) {
                try {
                    return new Search(kept, tallies, question).run(() -> snapshots.record(kept));
                } finally {
                    snapshots.release(kept);
                }
            }
            IndexSearcher current = searchers.acquire();
            try {
                return new Search(current, tallies, question).run(() -> snapshots.record(current));
            } finally {
                searchers.release(current);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Gazetteer.Found atPostalCode(String code) {
        return lookUp(gazetteer -> gazetteer.atPostalCode(code));
    }

    public Gazetteer.Found atPlace(String place) {
        return lookUp(gazetteer -> gazetteer.atPlace(place));
    }

    /** How many listings can be found. */
    public int size() {
        try {
            IndexSearcher current = searchers.acquire();
            try {
                return current.getIndexReader().numDocs();
            } finally {
                searchers.release(current);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Commits what was applied. */
    @Override
    public void close() throws IOException {
        commit();
        snapshots.close();
        searchers.close();
        writer.close();
        directory.close();
    }

    private Gazetteer.Found lookUp(LookUp lookUp) {
        try {
            IndexSearcher current = searchers.acquire();
            try {
                return lookUp.in(new Gazetteer(current));
            } finally {
                searchers.release(current);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @FunctionalInterface
    private interface LookUp {
        Gazetteer.Found in(Gazetteer gazetteer) throws IOException;
    }

    private static IndexWriter writer(Directory directory, boolean empty) throws IOException {
        IndexWriterConfig config = new IndexWriterConfig()
                .setOpenMode(empty ? IndexWriterConfig.OpenMode.CREATE : IndexWriterConfig.OpenMode.APPEND)
                .setSimilarity(SIMILARITY)
                .setRAMBufferSizeMB(64)
                .setCommitOnClose(false);
        // A reader that waits for its own write must not wait for merges.
        config.setMaxFullFlushMergeWaitMillis(0);
        return new IndexWriter(directory, config);
    }
}
