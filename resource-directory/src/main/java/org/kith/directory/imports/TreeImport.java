package org.kith.directory.imports;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kith.directory.hsds.HsdsJson;
import org.kith.directory.hsds.Organization;
import org.kith.directory.imports.format.Digest;
import org.kith.directory.imports.format.ForeignIds;
import org.kith.directory.imports.format.OrganizationTree;
import org.kith.directory.imports.format.Row;
import org.kith.directory.listing.Directory;
import org.kith.directory.listing.RefusedEntity;
import org.kith.directory.listing.Stored;
import org.kith.directory.lookup.ForeignId;

/** Stores what an upload says of one organization, and writes down what that did, in one transaction. */
@ApplicationScoped
class TreeImport {
    /** Part of every digest: raised when repairs get better, so that an old copy is read anew. */
    private static final String READING = "1";

    private final Directory directory;
    private final SourceMemory memory;
    private final Snapshot snapshot;
    private final Ledger ledger;
    private final TaxonomyImport taxonomies;

    TreeImport(Directory directory, SourceMemory memory, Snapshot snapshot, Ledger ledger, TaxonomyImport taxonomies) {
        this.directory = directory;
        this.memory = memory;
        this.snapshot = snapshot;
        this.ledger = ledger;
        this.taxonomies = taxonomies;
    }

    /** @throws RefusedEntity where something cannot be stored; nothing was, and the tree can be mended and tried again */
    @Transactional
    void store(Job job, OrganizationTree tree, ForeignIds ids) {
        String digest = digest(tree);
        Optional<SourceMemory.Known> before = memory.find(job.source(), tree.key());
        boolean same = before.isPresent() && before.get().digest().equals(digest);
        ObjectNode document = tree.document();
        if (same || document == null || job.dryRun()) {
            write(job, tree, before.orElse(null), same, null);
            return;
        }
        if (tree.key().equals(OrganizationTree.TAXONOMIES)) {
            boolean changed = taxonomies.store(job.source(), document, ids);
            remember(job, tree, digest, null, Set.of());
            write(job, tree, before.orElse(null), !changed, null);
            return;
        }
        UUID id = UUID.fromString(document.path("id").asText());
        Set<String> brought = brought(document);
        // What it brought before and no longer brings stays its own, until it is withdrawn.
        before.ifPresent(known -> brought.addAll(known.brought()));
        org.kith.directory.listing.OrganizationTree whole = directoryTree(id, document, job, ids);
        List<UUID> locations = ids(document.path("locations"));
        List<UUID> services = ids(document.path("services"));
        ObjectNode was = snapshot.of(id, locations, services);
        Ledger.mark(was, locations, services);
        Stored stored = directory.store(whole);
        boolean nothing = stored.entries().stream().allMatch(e -> e.outcome() == Stored.Outcome.UNCHANGED);
        remember(job, tree, digest, id, brought);
        Ledger.Touched touched = new Ledger.Touched(
                tree.key(),
                id,
                was,
                before.map(SourceMemory.Known::json).orElse(null),
                digestOf(snapshot.of(id, locations, services)));
        write(job, tree, before.orElse(null), nothing, touched);
    }

    /** The rows of a tree of which nothing could be stored, each with the reason. */
    @Transactional
    void refuse(Job job, OrganizationTree tree, String code, String message) {
        tree.rows().forEach(row -> {
            if (!row.isRefused()) {
                row.refuse(null, code, message, null);
            }
        });
        write(job, tree, null, false, null);
    }

    private void write(
            Job job,
            OrganizationTree tree,
            SourceMemory.@Nullable Known before,
            boolean nothingChanged,
            Ledger.@Nullable Touched touched) {
        Tally tally = new Tally();
        List<ObjectNode> lines = new ArrayList<>();
        for (Row row : tree.rows()) {
            Fate fate = fate(row, before, nothingChanged);
            tally.count(row, fate);
            if (fate == Fate.REFUSED || fate == Fate.STORED && row.isRepaired()) {
                lines.add(line(row, fate == Fate.REFUSED ? "refused" : "repaired"));
            }
        }
        ledger.add(job.id(), tree.key(), tally.json(), touched);
        ledger.report(job.id(), lines);
    }

    private static Fate fate(Row row, SourceMemory.@Nullable Known before, boolean nothingChanged) {
        if (row.isRefused()) {
            return Fate.REFUSED;
        }
        boolean same =
                before != null && before.rows().path(row.identity()).asText().equals(row.digest());
        return nothingChanged || same ? Fate.UNCHANGED : Fate.STORED;
    }

    private void remember(
            Job job, OrganizationTree tree, String digest, @Nullable UUID organization, Set<String> brought) {
        ObjectNode rows = JsonNodeFactory.instance.objectNode();
        boolean refusals = false;
        for (Row row : tree.rows()) {
            if (!row.isRefused()) {
                rows.put(row.identity(), row.digest());
            }
            refusals |= row.isRefusedByDirectory();
        }
        // What the directory itself refused is tried again each time, and so found and reported again.
        memory.put(
                job.source(), new SourceMemory.Known(tree.key(), refusals ? "" : digest, organization, brought, rows));
    }

    private static org.kith.directory.listing.OrganizationTree directoryTree(
            UUID id, ObjectNode document, Job job, ForeignIds ids) {
        Organization organization = HsdsJson.mapper().convertValue(document, Organization.class);
        List<ForeignId> foreign = new ArrayList<>();
        ids.known(OF_INTEREST)
                .forEach(known ->
                        foreign.add(new ForeignId(job.source(), known.entity(), known.foreignId(), known.id())));
        return new org.kith.directory.listing.OrganizationTree(
                id, organization, organization.locations(), organization.services(), foreign);
    }

    /** Entities that somebody may look up by the id that they have elsewhere. */
    private static final Set<String> OF_INTEREST =
            Set.of("organization", "service", "location", "service_at_location", "program");

    static Set<String> brought(ObjectNode document) {
        Set<String> brought = new LinkedHashSet<>();
        brought.add("organization:" + document.path("id").asText());
        document.path("locations")
                .forEach(l -> brought.add("location:" + l.path("id").asText()));
        document.path("services")
                .forEach(s -> brought.add("service:" + s.path("id").asText()));
        return brought;
    }

    private static List<UUID> ids(JsonNode list) {
        List<UUID> ids = new ArrayList<>();
        list.forEach(item -> ids.add(UUID.fromString(item.path("id").asText())));
        return ids;
    }

    static String digest(OrganizationTree tree) {
        List<String> parts = new ArrayList<>(List.of(READING));
        tree.rows().stream()
                .map(row -> row.identity() + "=" + row.digest())
                .sorted()
                .forEach(parts::add);
        return Digest.of(parts);
    }

    static String digestOf(ObjectNode snapshot) {
        return Digest.of(List.of(snapshot.toString()));
    }

    private static ObjectNode line(Row row, String action) {
        ObjectNode line = Ledger.line(row.file(), row.number(), row.entity(), row.sourceId(), action);
        line.set("problems", HsdsJson.mapper().valueToTree(row.problems()));
        return line;
    }
}
