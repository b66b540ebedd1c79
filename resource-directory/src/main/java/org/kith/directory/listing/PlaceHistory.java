package org.kith.directory.listing;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.kith.directory.history.Change;

/**
 * Where services were given before a tree was written, for the history of where they are given now.
 *
 * @param before service → locations
 */
record PlaceHistory(Map<UUID, List<UUID>> before) {
    static PlaceHistory of(Collection<StoredServiceAtLocation> places) {
        Map<UUID, List<UUID>> before = new HashMap<>();
        places.forEach(p ->
                before.computeIfAbsent(p.serviceId(), id -> new ArrayList<>()).add(p.locationId()));
        return new PlaceHistory(before);
    }

    /** A new service says where it is given by being new. */
    List<Change> until(CheckedTree tree) {
        List<Change> changes = new ArrayList<>();
        for (CheckedTree.Given service : tree.services()) {
            List<UUID> were = before.get(service.id());
            List<UUID> are =
                    service.places().stream().map(CheckedTree.Place::locationId).toList();
            if (were != null && !(were.size() == are.size() && were.containsAll(are))) {
                changes.add(Change.of("service", service.id(), tree.organizationId(), places(were), places(are)));
            }
        }
        return changes;
    }

    private static ObjectNode places(List<UUID> locations) {
        return JsonNodeFactory.instance
                .objectNode()
                .put(
                        "service_at_locations",
                        String.join(
                                ",",
                                locations.stream().map(UUID::toString).sorted().toList()));
    }
}
