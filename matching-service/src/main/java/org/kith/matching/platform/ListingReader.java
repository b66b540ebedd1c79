package org.kith.matching.platform;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;
import org.kith.matching.candidate.Candidate;
import org.kith.matching.candidate.ListingDecoder;

/** Turns records into changes of the copy, which appear together at a flush. The feed's thread alone uses it. */
@ApplicationScoped
class ListingReader {
    private final ListingDecoder decoder = new ListingDecoder();
    private final FeedLedger ledger = new FeedLedger();
    private final List<ListingChange> pending = new ArrayList<>();
    private final DirectoryCopy copy;
    private final DeadLetters deadLetters;

    ListingReader(DirectoryCopy copy, DeadLetters deadLetters) {
        this.copy = copy;
        this.deadLetters = deadLetters;
    }

    void read(ConsumerRecord<byte[], byte[]> record) {
        try {
            UUID id = id(record.key());
            byte[] value = record.value();
            Candidate candidate = value == null ? null : decoder.decode(value);
            if (candidate != null && !candidate.id().equals(id)) {
                throw new IllegalArgumentException("The key is not the listing's id");
            }
            if (ledger.accept(id, sequence(record), value)) {
                pending.add(new ListingChange(id, candidate));
            }
        } catch (RuntimeException e) {
            String reason = e.getMessage();
            deadLetters.put(record, reason == null ? e.getClass().getSimpleName() : reason);
        }
    }

    /** Shows what was read since the last flush, all at once. */
    void flush() {
        if (!pending.isEmpty()) {
            copy.apply(List.copyOf(pending), ledger.version());
            pending.clear();
        }
    }

    int held() {
        return copy.size();
    }

    private static UUID id(byte @Nullable [] key) {
        if (key == null) {
            throw new IllegalArgumentException("The record has no key");
        }
        return UUID.fromString(new String(key, StandardCharsets.UTF_8));
    }

    private static long sequence(ConsumerRecord<byte[], byte[]> record) {
        Header header = record.headers().lastHeader("ce_sequence");
        if (header == null) {
            throw new IllegalArgumentException("The header ce_sequence is missing");
        }
        return Long.parseLong(new String(header.value(), StandardCharsets.UTF_8));
    }
}
