package org.kith.directory.imports.reading;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/** Stops a reader that would take an endless record into memory, such as a quote that is never closed. */
public final class RecordBound extends FilterReader {
    private final String file;
    private final int limit;
    private long sinceRecord;
    private long record = 1;

    public RecordBound(Reader in, String file, int limit) {
        super(in);
        this.file = file;
        this.limit = limit;
    }

    /** A record ended; the next may be as long again. */
    public void recordEnded(long number) {
        record = number + 1;
        sinceRecord = 0;
    }

    @Override
    public int read() throws IOException {
        int c = super.read();
        counted(c < 0 ? 0 : 1);
        return c;
    }

    @Override
    public int read(char[] chars, int offset, int length) throws IOException {
        int n = super.read(chars, offset, length);
        counted(Math.max(0, n));
        return n;
    }

    private void counted(int n) {
        sinceRecord += n;
        if (sinceRecord > limit) {
            throw new UnreadableUpload(
                    "record-too-long",
                    "Record %d of %s is longer than %d characters; a quote or a bracket may not be closed."
                            .formatted(record, file, limit));
        }
    }
}
