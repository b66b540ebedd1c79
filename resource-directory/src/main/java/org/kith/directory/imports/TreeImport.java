package org.kith.directory.imports;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kith.directory.hsds.HsdsJson;
import org.kith.directory.hsds.Organization;
import org.kith.directory.imports.format.Digest;
import org.kith.directory.imports.format.ForeignIds;
import org.kith.directory.imports.format.OrganizationTree;
import org.kith.directory.imports.format.Row;
import org.kith.directory.listing.CheckedTree;
import org.kith.directory.listing.Directory;
import org.kith.directory.listing.RefusedEntity;
import org.kith.directory.listing.Stored;
import org.kith.directory.lookup.ForeignId;

/** Stores what an upload says of organizations, and writes down what that did, in one transaction. */
@ApplicationScoped
class TreeImport {
    /** Part of every digest: raised when repairs get better, so that an old copy is read anew. */
    private static final String READING = "2";

    private final Directory directory;
    private final SourceMemory memory;
    private final Snapshot snapshot;
    private final Ledger ledger;
    private final TaxonomyImport taxonomies;
    private final Discretion discretion;

    TreeImport(
            Directory directory,
            SourceMemory memory,
            Snapshot snapshot,
            Ledger ledger,
            TaxonomyImport taxonomies,
            Discretion discretion) {
        this.directory = directory;
        this.memory = memory;
        this.snapshot = snapshot;
        this.ledger = ledger;
        this.taxonomies = taxonomies;
        this.discretion = discretion;
    }

    /** One organization to be stored, with the ids that became others when its tree was translated. */
    static final class Item {
        private final OrganizationTree tree;
        private final ForeignIds ids;
        private @Nullable CheckedTree checked;

        Item(OrganizationTree tree, ForeignIds ids) {
            this.tree = tree;
            this.ids = ids;
        }

        OrganizationTree tree() {
            return tree;
        }

        boolean isOrganization() {
            return tree.document() != null && !tree.key().equals(OrganizationTree.TAXONOMIES);
        }

        /** Looked through once, however often its group is tried. */
        CheckedTree checked(Job job) {
            if (checked == null) {
                checked = CheckedTree.of(directoryTree(job, this));
            }
            return checked;
        }

        void mended() {
            checked = null;
        }
    }

    /** A tree that is to be written, and what the source said of it before. */
    private record Work(Item item, String digest, SourceMemory.@Nullable Known before) {
        OrganizationTree tree() {
            return item.tree();
        }

        UUID organization() {
            return UUID.fromString(document().path("id").asText());
        }

        ObjectNode document() {
            return Objects.requireNonNull(item.tree().document());
        }

        boolean isSame() {
            return before != null && before.digest().equals(digest);
        }

        Snapshot.Wanted wanted() {
            return new Snapshot.Wanted(
                    organization(),
                    ids(document().path("locations")),
                    ids(document().path("services")));
        }
    }

    /**
     * Stores a few organizations at once, which costs much less than one after the other.
     *
     * @throws RefusedEntity where something cannot be stored; nothing was, and the tree can be mended and tried again
     */
    @Transactional
    void store(Job job, List<Item> items) {
        Map<String, SourceMemory.Known> before = memory.find(
                job.source(), items.stream().map(item -> item.tree().key()).toList());
        List<Ledger.Entry> entries = new ArrayList<>();
        List<Work> toStore = new ArrayList<>();
        for (Item item : items) {
            Work work =
                    new Work(item, digest(item.tree()), before.get(item.tree().key()));
            if (work.isSame() || item.tree().document() == null || job.dryRun()) {
                entries.add(entry(work, work.isSame(), null));
            } else if (item.isOrganization()) {
                toStore.add(work);
            } else {
                taxonomies.store(job.source(), work.document(), item.ids);
                memory.put(job.source(), List.of(known(work, null, Set.of())));
                entries.add(entry(work, false, null));
            }
        }
        if (!toStore.isEmpty()) {
            entries.addAll(
                    store(job, toStore, toStore.stream().map(Work::wanted).toList()));
        }
        discretion.apply(entries);
        ledger.add(job.id(), entries);
    }

    private List<Ledger.Entry> store(Job job, List<Work> works, List<Snapshot.Wanted> wanted) {
        // What is refused already here has cost next to nothing.
        List<CheckedTree> checked =
                works.stream().map(work -> work.item().checked(job)).toList();
        List<ObjectNode> was = snapshot.of(wanted);
        List<Stored> stored = directory.storeAll(checked);
        List<ObjectNode> is = snapshot.of(wanted);
        List<SourceMemory.Known> known = new ArrayList<>();
        List<Ledger.Entry> entries = new ArrayList<>();
        for (int i = 0; i < works.size(); i++) {
            Work work = works.get(i);
            Set<String> brought = brought(work.document());
            // What it brought before and no longer brings stays its own, until it is withdrawn.
            if (work.before() != null) {
                brought.addAll(work.before().brought());
            }
            known.add(known(work, work.organization(), brought));
            Ledger.mark(was.get(i), wanted.get(i));
            boolean nothing = stored.get(i).entries().stream().allMatch(e -> e.outcome() == Stored.Outcome.UNCHANGED);
            entries.add(entry(
                    work,
                    nothing,
                    new Ledger.Touched(
                            work.tree().key(),
                            work.organization(),
                            was.get(i),
                            work.before() == null ? null : work.before().json(),
                            digestOf(is.get(i)))));
        }
        memory.put(job.source(), known);
        return entries;
    }

    /** The rows of a tree of which nothing could be stored, each with the reason. */
    @Transactional
    void refuse(Job job, OrganizationTree tree, String code, String message) {
        tree.rows().forEach(row -> {
            if (!row.isRefused()) {
                row.refuse(null, code, message, null);
            }
        });
        ledger.add(job.id(), List.of(entry(tree, null, false, null)));
    }

    private static Ledger.Entry entry(Work work, boolean nothingChanged, Ledger.@Nullable Touched touched) {
        return entry(work.tree(), work.before(), nothingChanged, touched);
    }

    private static Ledger.Entry entry(
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
        Discretion.applyUnstored(touched == null && saysConfidential(tree), lines);
        return new Ledger.Entry(tree.key(), tally.json(), touched, lines);
    }

    private static boolean saysConfidential(OrganizationTree tree) {
        return tree.document() != null && tree.document().toString().contains("confidential_location");
    }

    private static Fate fate(Row row, SourceMemory.@Nullable Known before, boolean nothingChanged) {
        if (row.isRefused()) {
            return Fate.REFUSED;
        }
        boolean same =
                before != null && before.rows().path(row.identity()).asText().equals(row.digest());
        return nothingChanged || same ? Fate.UNCHANGED : Fate.STORED;
    }

    private static SourceMemory.Known known(Work work, @Nullable UUID organization, Set<String> brought) {
        ObjectNode rows = JsonNodeFactory.instance.objectNode();
        boolean refusals = false;
        for (Row row : work.tree().rows()) {
            if (!row.isRefused()) {
                rows.put(row.identity(), row.digest());
            }
            refusals |= row.isRefusedByDirectory();
        }
        // What the directory itself refused is tried again each time, and so found and reported again.
        return new SourceMemory.Known(work.tree().key(), refusals ? "" : work.digest(), organization, brought, rows);
    }

    private static org.kith.directory.listing.OrganizationTree directoryTree(Job job, Item item) {
        ObjectNode document = Objects.requireNonNull(item.tree.document());
        Organization organization = HsdsJson.mapper().convertValue(document, Organization.class);
        List<ForeignId> foreign = item.ids.known(OF_INTEREST).stream()
                .map(known -> new ForeignId(job.source(), known.entity(), known.foreignId(), known.id()))
                .toList();
        return new org.kith.directory.listing.OrganizationTree(
                UUID.fromString(document.path("id").asText()),
                organization,
                organization.locations(),
                organization.services(),
                foreign);
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
