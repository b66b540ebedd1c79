package org.kith.directory.search.index;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.Lock;

/** The files of the index, and whether they can be gone on with. */
final class IndexFolder {
    private static final System.Logger LOG = System.getLogger(IndexFolder.class.getName());
    private static final String FORMAT = "format";
    private static final String ORIGIN = "origin";
    private static final String CHANGE = "change";

    private IndexFolder() {}

    static Directory open(Path folder) throws IOException {
        Files.createDirectories(folder);
        return FSDirectory.open(folder);
    }

    /** Damaged files would trouble even a writer that means to replace them. */
    static void clear(Directory directory) throws IOException {
        try (Lock lock = directory.obtainLock(IndexWriter.WRITE_LOCK_NAME)) {
            for (String file : directory.listAll()) {
                if (!file.equals(IndexWriter.WRITE_LOCK_NAME)) {
                    lock.ensureValid();
                    directory.deleteFile(file);
                }
            }
        }
    }

    static Map<String, String> commitData(String origin, long applied) {
        return Map.of(FORMAT, Fields.FORMAT, ORIGIN, origin, CHANGE, Long.toString(applied));
    }

    /** The last change in a sound index of this origin; 0 where there is none to go on with. */
    static long applied(Directory directory, String origin, long lastChange) throws IOException {
        if (!DirectoryReader.indexExists(directory)) {
            return 0;
        }
        try (DirectoryReader reader = DirectoryReader.open(directory)) {
            Map<String, String> data = reader.getIndexCommit().getUserData();
            if (!Fields.FORMAT.equals(data.get(FORMAT)) || !origin.equals(data.get(ORIGIN))) {
                LOG.log(System.Logger.Level.INFO, "The search index is of another format or database: built anew");
                return 0;
            }
            long applied = Long.parseLong(data.getOrDefault(CHANGE, "0"));
            if (applied > lastChange) {
                LOG.log(System.Logger.Level.WARNING, "The search index is ahead of the database: built anew");
                return 0;
            }
            for (LeafReaderContext segment : reader.leaves()) {
                segment.reader().checkIntegrity();
            }
            return applied;
        } catch (IndexFormatTooOldException | IndexFormatTooNewException e) {
            LOG.log(System.Logger.Level.INFO, "The search index is of another version of Lucene: built anew");
            return 0;
        } catch (IOException | IllegalArgumentException e) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "The search index is damaged: built anew (" + e.getClass().getSimpleName() + ")");
            return 0;
        }
    }
}
