package org.kith.directory.imports;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.kith.directory.hsds.Confidential;
import org.kith.directory.hsds.Location;
import org.kith.directory.hsds.Secrets;
import org.kith.directory.location.Locations;
import org.kith.directory.location.StoredLocation;

/** What a report must not quote: where a confidential place is. That something was repaired it still says. */
@ApplicationScoped
class Discretion {
    private static final Set<String> PLACES =
            Set.of("location", "address", "physical_address", "postal_address", "accessibility");
    private static final Set<String> QUOTES = Set.of("original", "now");

    private final Locations locations;

    Discretion(Locations locations) {
        this.locations = locations;
    }

    /** After they were stored, since only then it is known which places are confidential. */
    void apply(List<Ledger.Entry> entries) {
        Set<UUID> organizations = new HashSet<>();
        for (Ledger.Entry entry : entries) {
            Ledger.Touched touched = entry.touched();
            if (touched != null && !entry.lines().isEmpty()) {
                organizations.add(touched.organization());
            }
        }
        Map<UUID, Set<Location>> confidential = new HashMap<>();
        for (StoredLocation location : locations.ofOrganizations(organizations)) {
            UUID owner = location.organizationId();
            if (location.isConfidential() && owner != null) {
                confidential.computeIfAbsent(owner, none -> new HashSet<>()).add(location.facts());
            }
        }
        for (Ledger.Entry entry : entries) {
            Ledger.Touched touched = entry.touched();
            Set<Location> places = touched == null ? null : confidential.get(touched.organization());
            if (places != null) {
                Secrets secrets = Confidential.secrets(places);
                entry.lines().forEach(line -> withhold(line, secrets));
            }
        }
    }

    /** Nothing was stored: what the upload itself says has to do. */
    static void applyUnstored(boolean confidential, List<ObjectNode> lines) {
        if (confidential) {
            lines.forEach(line -> line.path("problems").forEach(Discretion::withoutQuotes));
        }
    }

    private static void withhold(ObjectNode line, Secrets secrets) {
        boolean place = PLACES.contains(line.path("entity").asText());
        for (JsonNode problem : line.path("problems")) {
            if (place) {
                // A broken postal code tells as much as a whole one.
                withoutQuotes(problem);
            } else if (problem instanceof ObjectNode object) {
                for (String quote : QUOTES) {
                    if (object.path(quote).isTextual()) {
                        object.put(quote, secrets.withhold(object.path(quote).asText(), ""));
                    }
                }
            }
        }
    }

    private static void withoutQuotes(JsonNode problem) {
        if (problem instanceof ObjectNode object) {
            object.remove(QUOTES);
        }
    }
}
