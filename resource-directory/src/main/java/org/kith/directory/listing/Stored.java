package org.kith.directory.listing;

import java.util.List;
import java.util.UUID;

/** What became of each entity of an {@link OrganizationTree}. */
public record Stored(List<Entry> entries) {
    /** @param entity the HSDS name, e.g. {@code service} */
    public record Entry(String entity, UUID id, Outcome outcome) {}

    /** CREATED and UPDATED are both "stored" in a report. */
    public enum Outcome {
        CREATED,
        UPDATED,
        UNCHANGED
    }

    public Outcome outcome(String entity, UUID id) {
        return entries.stream()
                .filter(e -> e.entity().equals(entity) && e.id().equals(id))
                .findFirst()
                .map(Entry::outcome)
                .orElse(Outcome.UNCHANGED);
    }
}
