package org.kith.directory.imports;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.kith.directory.hsds.HsdsJson;
import org.kith.directory.hsds.Organization;
import org.kith.directory.listing.Directory;
import org.kith.directory.listing.OrganizationTree;

/** Puts back what was there before an import; what somebody changed since is left as it is. */
@ApplicationScoped
class Undo {
    private final Queue queue;
    private final Directory directory;
    private final SourceMemory memory;
    private final Snapshot snapshot;
    private final Ledger ledger;

    Undo(Queue queue, Directory directory, SourceMemory memory, Snapshot snapshot, Ledger ledger) {
        this.queue = queue;
        this.directory = directory;
        this.memory = memory;
        this.snapshot = snapshot;
        this.ledger = ledger;
    }

    void of(Job job, BooleanSupplier stopping) {
        int count = 0;
        for (String tree : ledger.touchedTrees(job.id())) {
            if (stopping.getAsBoolean()) {
                queue.release(job.id());
                return;
            }
            restore(job, tree);
            count++;
            if (count % 20 == 0) {
                queue.advance(job.id(), count);
            }
        }
        queue.finish(job.id(), "undone", null, null);
    }

    @Transactional
    void restore(Job job, String tree) {
        Ledger.Touched touched = ledger.touched(job.id(), tree);
        ObjectNode before = touched.before();
        UUID organization = touched.organization();
        List<UUID> locations = texts(before.path("location_ids"));
        List<UUID> services = texts(before.path("service_ids"));
        ObjectNode current = snapshot.of(organization, locations, services);
        if (!TreeImport.digestOf(current).equals(touched.afterDigest())) {
            ledger.report(
                    job.id(),
                    List.of(kept(organization, "Somebody changed it after the import; it was left as it is.")));
        } else {
            putBack(job, organization, before, current);
            remember(job, tree, touched);
        }
        ledger.restored(job.id(), tree);
    }

    private void putBack(Job job, UUID organization, ObjectNode before, ObjectNode current) {
        List<UUID> services = ids(current.path("services"));
        boolean created = !before.has("organization");
        if (created && !snapshot.hasOtherServices(organization, services)) {
            directory.withdrawOrganization(organization);
            return;
        }
        directory.withdraw(without(services, ids(before.path("services"))));
        if (created) {
            ledger.report(job.id(), List.of(kept(organization, "It has services from elsewhere by now; it was left.")));
            return;
        }
        without(ids(current.path("locations")), ids(before.path("locations"))).forEach(directory::removeLocation);
        ObjectNode document = ((ObjectNode) before.path("organization")).deepCopy();
        document.set("locations", before.path("locations"));
        document.set("services", before.path("services"));
        Organization whole = HsdsJson.mapper().convertValue(document, Organization.class);
        directory.store(new OrganizationTree(organization, whole, whole.locations(), whole.services(), List.of()));
    }

    private static Set<UUID> without(List<UUID> some, List<UUID> others) {
        Set<UUID> left = new HashSet<>(some);
        others.forEach(left::remove);
        return left;
    }

    private void remember(Job job, String tree, Ledger.Touched touched) {
        ObjectNode source = touched.sourceBefore();
        if (source != null) {
            memory.put(job.source(), List.of(SourceMemory.Known.read(source)));
        } else {
            memory.forget(job.source(), tree);
        }
    }

    private static ObjectNode kept(UUID organization, String message) {
        ObjectNode line = Ledger.line("", 0, "organization", organization.toString(), "kept");
        line.putArray("problems").addObject().put("code", "changed-since").put("message", message);
        return line;
    }

    private static List<UUID> texts(JsonNode list) {
        List<UUID> ids = new ArrayList<>();
        list.forEach(item -> ids.add(UUID.fromString(item.asText())));
        return ids;
    }

    private static List<UUID> ids(JsonNode list) {
        List<UUID> ids = new ArrayList<>();
        list.forEach(item -> ids.add(UUID.fromString(item.path("id").asText())));
        return ids;
    }
}
