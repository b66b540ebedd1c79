package org.kith.directory.imports.reading;

import java.io.IOException;
import java.io.Reader;
import org.jspecify.annotations.Nullable;

/** Lines of a text, none of which may be longer than a limit. */
public final class BoundedLines implements AutoCloseable {
    private final Reader in;
    private final String file;
    private final int limit;
    private long line;

    public BoundedLines(Reader in, String file, int limit) {
        this.in = in;
        this.file = file;
        this.limit = limit;
    }

    /** The next line without its end; null after the last. */
    public @Nullable String next() throws IOException {
        StringBuilder text = new StringBuilder();
        line++;
        int c = in.read();
        if (c < 0) {
            return null;
        }
        while (c >= 0 && c != '\n') {
            text.append((char) c);
            if (text.length() > limit) {
                throw new UnreadableUpload(
                        "record-too-long", "Line %d of %s is longer than %d characters.".formatted(line, file, limit));
            }
            c = in.read();
        }
        return text.toString();
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
