package org.kith.benchmarks.load;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Rows in PostgreSQL's binary COPY format. */
final class BinaryRows {
    private static final byte[] SIGNATURE = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xFF, '\r', '\n', 0};
    private static final long SECONDS_TO_2000 = 946_684_800L;
    private static final int OID_OF_UUID = 2950;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 20);
    private final DataOutputStream out = new DataOutputStream(bytes);

    BinaryRows() {
        begin();
    }

    private void begin() {
        write(() -> {
            out.write(SIGNATURE);
            out.writeInt(0);
            out.writeInt(0);
        });
    }

    BinaryRows row(int columns) {
        return write(() -> out.writeShort(columns));
    }

    BinaryRows uuid(UUID value) {
        return write(() -> {
            out.writeInt(16);
            out.writeLong(value.getMostSignificantBits());
            out.writeLong(value.getLeastSignificantBits());
        });
    }

    BinaryRows uuids(Collection<UUID> values) {
        return write(() -> {
            boolean any = !values.isEmpty();
            out.writeInt(any ? 20 + 20 * values.size() : 12);
            out.writeInt(any ? 1 : 0);
            out.writeInt(0);
            out.writeInt(OID_OF_UUID);
            if (any) {
                out.writeInt(values.size());
                out.writeInt(1);
            }
            values.forEach(this::uuid);
        });
    }

    BinaryRows text(@Nullable String value) {
        return value == null ? nothing() : raw(value.getBytes(StandardCharsets.UTF_8));
    }

    BinaryRows raw(byte[] value) {
        return write(() -> {
            out.writeInt(value.length);
            out.write(value);
        });
    }

    BinaryRows json(byte[] value) {
        return write(() -> {
            out.writeInt(value.length + 1);
            out.write(1);
            out.write(value);
        });
    }

    BinaryRows flag(boolean value) {
        return write(() -> {
            out.writeInt(1);
            out.writeBoolean(value);
        });
    }

    BinaryRows number(long value) {
        return write(() -> {
            out.writeInt(8);
            out.writeLong(value);
        });
    }

    BinaryRows decimal(@Nullable Double value) {
        return value == null ? nothing() : number(Double.doubleToLongBits(value));
    }

    BinaryRows moment(Instant value) {
        return number((value.getEpochSecond() - SECONDS_TO_2000) * 1_000_000 + value.getNano() / 1_000);
    }

    private BinaryRows nothing() {
        return write(() -> out.writeInt(-1));
    }

    /** What was written since the last time, complete; begins anew. */
    byte[] take() {
        write(() -> out.writeShort(-1));
        byte[] taken = bytes.toByteArray();
        bytes.reset();
        begin();
        return taken;
    }

    @FunctionalInterface
    private interface Writing {
        void run() throws IOException;
    }

    private BinaryRows write(Writing writing) {
        try {
            writing.run();
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot fail", e);
        }
    }
}
