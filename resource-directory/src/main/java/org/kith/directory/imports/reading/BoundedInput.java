package org.kith.directory.imports.reading;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Counts what really comes out of a zip entry: the sizes in its header are only a claim. */
final class BoundedInput extends FilterInputStream {
    private final String name;
    private final long limit;
    private final ByteBudget budget;
    private long count;

    BoundedInput(InputStream in, String name, long limit, ByteBudget budget) {
        super(in);
        this.name = name;
        this.limit = limit;
        this.budget = budget;
    }

    static UnreadableUpload bomb(String name) {
        return new UnreadableUpload(
                "zip-bomb", "The zip unpacks to far more than its size; reading stopped at " + name + ".");
    }

    @Override
    public int read() throws IOException {
        int b = super.read();
        if (b >= 0) {
            counted(1);
        }
        return b;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int n = super.read(bytes, offset, length);
        if (n > 0) {
            counted(n);
        }
        return n;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private void counted(int n) {
        count += n;
        if (count > limit) {
            throw bomb(name);
        }
        budget.read(name, count);
    }
}
