package org.kith.directory.exports;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * The directory as lines of JSON. First a line per service, the plain HSDS document; then what no service tells of, each
 * in an object whose only field says what it is: {@code {"organizations":[…]}}, {@code {"locations":[…]}},
 * {@code {"taxonomies":[…]}}, {@code {"taxonomy_terms":[…]}}.
 */
final class DocumentLines {
    private DocumentLines() {}

    static void write(Contents contents, OutputStream out) throws IOException {
        contents.services(document -> {
            out.write(document);
            out.write('\n');
        });
        contents.organizationsToldNowhereElse(wrapped("organizations", out));
        contents.ownerlessLocations(wrapped("locations", out));
        contents.taxonomies(wrapped("taxonomies", out));
        contents.terms(wrapped("taxonomy_terms", out));
    }

    private static Contents.Sink wrapped(String kind, OutputStream out) {
        byte[] before = ("{\"" + kind + "\":[").getBytes(StandardCharsets.UTF_8);
        byte[] after = "]}\n".getBytes(StandardCharsets.UTF_8);
        return document -> {
            out.write(before);
            out.write(document);
            out.write(after);
        };
    }
}
