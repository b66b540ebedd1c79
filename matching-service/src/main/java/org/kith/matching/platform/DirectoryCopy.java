package org.kith.matching.platform;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.kith.matching.candidate.Candidate;

/** The directory as this replica has it; a request sees one consistent version of it. */
@ApplicationScoped
public class DirectoryCopy {
    /** @param version equal wherever the contents are equal */
    public record Snapshot(Map<UUID, Candidate> listings, String version) {}

    private volatile Snapshot current = new Snapshot(Map.of(), "0".repeat(32));

    public Snapshot snapshot() {
        return current;
    }

    public int size() {
        return current.listings().size();
    }

    void apply(List<ListingChange> changes, String version) {
        Map<UUID, Candidate> listings = new HashMap<>(current.listings());
        for (ListingChange change : changes) {
            if (change.candidate() == null) {
                listings.remove(change.id());
            } else {
                listings.put(change.id(), change.candidate());
            }
        }
        current = new Snapshot(listings, version);
    }
}
