package org.kith.matching.platform;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.kith.matching.candidate.Candidate;
import org.kith.matching.candidate.Directory;
import org.kith.matching.code.CodeSet;
import org.kith.matching.code.Kind;

/** The directory as this replica has it; a request sees one consistent version of it. */
@ApplicationScoped
public class DirectoryCopy {
    private static final CodeSet<Kind> LINES = CodeSet.of(Kind.CRISIS_LINE, Kind.WARMLINE, Kind.HELPLINE);

    /**
     * @param lines the crisis lines, warmlines and helplines, by id
     * @param version equal wherever the contents are equal
     */
    public record Snapshot(Directory directory, List<Candidate> lines, String version) {}

    private volatile Snapshot current = new Snapshot(Directory.empty(), List.of(), "0".repeat(32));

    public Snapshot snapshot() {
        return current;
    }

    public int size() {
        return current.directory().size();
    }

    /** Of several changes of one listing the last one counts. Called by the feed's thread alone. */
    public void apply(List<ListingChange> changes, String version) {
        Map<UUID, ListingChange> last = new LinkedHashMap<>();
        changes.forEach(change -> last.put(change.id(), change));
        List<Candidate> puts = new ArrayList<>();
        List<UUID> removals = new ArrayList<>();
        Map<UUID, Candidate> lines = new HashMap<>();
        current.lines().forEach(line -> lines.put(line.id(), line));
        for (ListingChange change : last.values()) {
            Candidate listing = change.candidate();
            lines.remove(change.id());
            if (listing == null) {
                removals.add(change.id());
                continue;
            }
            puts.add(listing);
            Kind kind = listing.offer().kind();
            if (kind != null && LINES.has(kind)) {
                lines.put(listing.id(), listing);
            }
        }
        List<Candidate> sorted = lines.values().stream()
                .sorted(Comparator.comparing(Candidate::id))
                .toList();
        current = new Snapshot(current.directory().with(puts, removals), sorted, version);
    }
}
