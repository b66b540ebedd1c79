package org.kith.directory.imports;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.kith.directory.hsds.NameBasedId;
import org.kith.directory.imports.format.OrganizationTree;
import org.kith.directory.imports.format.Row;
import org.kith.directory.listing.Directory;

/** Takes out what a source brought before and no longer brings. */
@ApplicationScoped
class Withdrawal {
    private static final String GONE = "~gone:";

    /**
     * What the upload speaks of.
     *
     * @param ids {@code "service:<id>"} and the like, of every row, also of those refused: what is there but wrong is
     *     not gone
     * @param before what each tree of the upload brought the last time
     */
    record Present(Set<String> ids, List<SourceMemory.Known> before) {
        void add(Present part) {
            ids.addAll(part.ids());
            before.addAll(part.before());
        }
    }

    private final Directory directory;
    private final SourceMemory memory;
    private final Snapshot snapshot;
    private final Ledger ledger;

    Withdrawal(Directory directory, SourceMemory memory, Snapshot snapshot, Ledger ledger) {
        this.directory = directory;
        this.memory = memory;
        this.snapshot = snapshot;
        this.ledger = ledger;
    }

    /** To be asked before anything is stored. */
    @Transactional
    Present present(Job job, List<OrganizationTree> trees) {
        if (!job.withdrawMissing()) {
            return new Present(Set.of(), List.of());
        }
        Set<String> ids = new HashSet<>();
        List<SourceMemory.Known> before = new ArrayList<>();
        for (OrganizationTree tree : trees) {
            for (Row row : tree.rows()) {
                if (row.sourceId() != null) {
                    ids.add(row.entity() + ":" + NameBasedId.ofForeign(job.source(), row.entity(), row.sourceId()));
                }
            }
            if (tree.document() != null && !tree.key().equals(OrganizationTree.TAXONOMIES)) {
                ids.addAll(TreeImport.brought(tree.document()));
            }
            memory.find(job.source(), tree.key()).ifPresent(before::add);
        }
        return new Present(ids, before);
    }

    void of(Job job, Present present) {
        boolean speaksOfSome = present.ids().stream().anyMatch(id -> id.startsWith("organization:"));
        if (!speaksOfSome) {
            // A file without organizations is a part of a directory, and the rest is not gone.
            return;
        }
        Set<String> done = ledger.treesDone(job.id());
        for (SourceMemory.Known known : present.before()) {
            if (!done.contains(GONE + known.tree())) {
                withdraw(job, known, present, false);
            }
        }
        for (SourceMemory.Known known : memory.notSeenBy(job.id(), job.source())) {
            withdraw(job, known, present, true);
        }
    }

    @Transactional
    void withdraw(Job job, SourceMemory.Known known, Present present, boolean whole) {
        UUID organization = known.organization();
        if (organization == null) {
            return;
        }
        List<UUID> services = missing(known, "service", present);
        List<UUID> locations = missing(known, "location", present);
        boolean all = whole
                && !present.ids().contains("organization:" + organization)
                && !memory.isBroughtByAnother(job.source(), organization)
                && !snapshot.hasOtherServices(organization, services);
        if (services.isEmpty() && locations.isEmpty() && !all) {
            return;
        }
        ObjectNode was = snapshot.of(organization, locations, services);
        Ledger.mark(was, new Snapshot.Wanted(organization, locations, services));
        ObjectNode source = known.json();
        if (all) {
            directory.withdrawOrganization(organization);
            memory.forget(job.source(), known.tree());
        } else {
            directory.withdraw(services);
            locations.forEach(directory::removeLocation);
            memory.find(job.source(), known.tree())
                    .ifPresent(now -> memory.put(job.source(), List.of(now.without(services, locations))));
        }
        List<ObjectNode> lines = new ArrayList<>();
        services.forEach(id -> lines.add(Ledger.line("", 0, "service", id.toString(), "withdrawn")));
        locations.forEach(id -> lines.add(Ledger.line("", 0, "location", id.toString(), "withdrawn")));
        if (all) {
            lines.add(Ledger.line("", 0, "organization", organization.toString(), "withdrawn"));
        }
        String tree = GONE + known.tree();
        ledger.add(
                job.id(),
                List.of(new Ledger.Entry(
                        tree,
                        JsonNodeFactory.instance.objectNode(),
                        new Ledger.Touched(
                                tree,
                                organization,
                                was,
                                source,
                                TreeImport.digestOf(snapshot.of(organization, locations, services))),
                        lines)));
    }

    private static List<UUID> missing(SourceMemory.Known known, String entity, Present present) {
        return known.brought(entity).stream()
                .filter(id -> !present.ids().contains(entity + ":" + id))
                .toList();
    }
}
