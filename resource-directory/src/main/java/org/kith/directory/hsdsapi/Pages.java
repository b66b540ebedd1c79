package org.kith.directory.hsdsapi;

import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The answers of the HSDS API: a page in the standard's envelope, one document, or all of them line by line. */
final class Pages {
    static final String NDJSON = "application/x-ndjson";
    private static final String JSON = "application/json";

    private Pages() {}

    static Response page(Request request, long total, long page, int size, List<byte[]> contents) {
        long pages = (total + size - 1) / size;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(Documents.utf8(("{\"total_items\":%d,\"total_pages\":%d,\"page_number\":%d,\"size\":%d,"
                        + "\"first_page\":%b,\"last_page\":%b,\"empty\":%b,\"contents\":[")
                .formatted(total, pages, page, contents.size(), page == 1, page >= pages, contents.isEmpty())));
        Documents.join(out, contents);
        out.writeBytes(Documents.utf8("]}"));
        byte[] body = out.toByteArray();
        return tagged(request, body, new EntityTag(hash(body)));
    }

    static Response document(Request request, byte[] document, EntityTag tag) {
        return tagged(request, document, tag);
    }

    /** For what has no version of its own. */
    static Response document(Request request, byte[] document) {
        return tagged(request, document, new EntityTag(hash(document)));
    }

    private static Response tagged(Request request, byte[] body, EntityTag tag) {
        Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
        Response.ResponseBuilder response = unchanged == null ? Response.ok(body, JSON) : unchanged;
        return response.tag(tag).cacheControl(revalidate()).build();
    }

    private static CacheControl revalidate() {
        CacheControl control = new CacheControl();
        control.setNoCache(true);
        control.setNoTransform(false);
        return control;
    }

    /** What follows an id, a piece at a time; the piece is empty at the end. */
    @FunctionalInterface
    interface Pieces {
        Piece after(@Nullable UUID last);
    }

    record Piece(List<byte[]> documents, @Nullable UUID last) {}

    /** A line per document, in short queries: neither memory nor a transaction grows with the directory. */
    static Response stream(Pieces pieces) {
        StreamingOutput lines = out -> {
            @Nullable UUID last = null;
            do {
                Piece piece = pieces.after(last);
                try {
                    for (byte[] document : piece.documents()) {
                        out.write(document);
                        out.write('\n');
                    }
                } catch (IOException e) {
                    return; // The client left; that is nobody's failure, and nothing more is asked of the database.
                }
                last = piece.last();
            } while (last != null);
        };
        return Response.ok(lines, NDJSON).build();
    }

    private static String hash(byte[] body) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(body);
            return HexFormat.of().formatHex(hash, 0, 12);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
