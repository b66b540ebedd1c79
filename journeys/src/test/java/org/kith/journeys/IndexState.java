package org.kith.journeys;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.FieldInfo;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;

/**
 * What is safe on disk of a search index.
 *
 * @param applied the number of the last change in it
 * @param changes the number of the change that each listing is in it as
 * @param hash of every word and code that each listing is found by, and of everything that it would show
 */
record IndexState(long applied, Map<String, Long> changes, String hash) {
    private static final List<String> SHOWN = List.of("service", "places", "hours", "contact");

    static IndexState read(Path folder) throws IOException {
        try (FSDirectory files = FSDirectory.open(folder);
                DirectoryReader reader = DirectoryReader.open(files)) {
            Map<String, Long> changes = new TreeMap<>();
            Map<String, byte[]> contents = new TreeMap<>();
            for (LeafReaderContext segment : reader.leaves()) {
                read(segment.reader(), changes, contents);
            }
            MessageDigest hash = sha256();
            contents.forEach((id, content) -> {
                hash.update(id.getBytes(StandardCharsets.UTF_8));
                hash.update(content);
            });
            long applied = Long.parseLong(reader.getIndexCommit().getUserData().get("change"));
            return new IndexState(applied, changes, HexFormat.of().formatHex(hash.digest()));
        }
    }

    /** Takes an entry away, as nothing but damage would: what is compared must tell. */
    static void drop(Path folder, String id) throws IOException {
        try (FSDirectory files = FSDirectory.open(folder);
                IndexWriter writer = new IndexWriter(files, new IndexWriterConfig())) {
            writer.deleteDocuments(new Term("id", id));
        }
    }

    private static void read(LeafReader segment, Map<String, Long> changes, Map<String, byte[]> contents)
            throws IOException {
        BinaryDocValues ids = DocValues.getBinary(segment, "id");
        NumericDocValues numbers = DocValues.getNumeric(segment, "change");
        long[] words = words(segment);
        for (int doc = 0; doc < segment.maxDoc(); doc++) {
            if (segment.getLiveDocs() != null && !segment.getLiveDocs().get(doc)) {
                continue;
            }
            if (!ids.advanceExact(doc) || !numbers.advanceExact(doc)) {
                throw new AssertionError("An entry without an id or a change");
            }
            String id = ids.binaryValue().utf8ToString();
            if (changes.put(id, numbers.longValue()) != null) {
                throw new AssertionError(id + " is twice in the index");
            }
            MessageDigest content = sha256();
            content.update(Long.toString(words[doc]).getBytes(StandardCharsets.UTF_8));
            for (String field : SHOWN) {
                BinaryDocValues values = DocValues.getBinary(segment, field);
                if (values.advanceExact(doc)) {
                    BytesRef bytes = values.binaryValue();
                    content.update(bytes.bytes, bytes.offset, bytes.length);
                }
                content.update((byte) 0);
            }
            contents.put(id, content.digest());
        }
    }

    /** Of each entry the sum of what it is found by: every word and code, and how much each weighs. */
    private static long[] words(LeafReader segment) throws IOException {
        long[] sums = new long[segment.maxDoc()];
        for (FieldInfo field : segment.getFieldInfos()) {
            Terms terms = segment.terms(field.name);
            if (terms == null) {
                continue;
            }
            TermsEnum each = terms.iterator();
            for (BytesRef term = each.next(); term != null; term = each.next()) {
                long word = Integer.toUnsignedLong(StringHelper.murmurhash3_x86_32(term, 0)) * 0x9E3779B97F4A7C15L
                        + field.name.hashCode();
                PostingsEnum entries = each.postings(null, PostingsEnum.FREQS);
                while (entries.nextDoc() != PostingsEnum.NO_MORE_DOCS) {
                    sums[entries.docID()] += (word ^ (word >>> 29)) * (2L * entries.freq() + 1);
                }
            }
        }
        return sums;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
