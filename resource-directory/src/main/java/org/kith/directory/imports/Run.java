package org.kith.directory.imports;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.kith.directory.imports.format.ForeignIds;
import org.kith.directory.imports.format.Notes;
import org.kith.directory.imports.format.OrganizationTree;
import org.kith.directory.imports.format.Reading;
import org.kith.directory.imports.format.Spelling;
import org.kith.directory.imports.reading.UnreadableUpload;
import org.kith.directory.imports.reading.Upload;

/** One import from its upload to its end; after a crash it goes on with the organizations that are left. */
@ApplicationScoped
class Run {
    private static final String NOTES = "~notes";
    private static final int GROUP_TREES = 200;
    private static final int GROUP_ROWS = 3_000;

    private final Queue queue;
    private final Ledger ledger;
    private final Groups stored;
    private final Withdrawal withdrawal;
    private final ImportLimits limits;
    private final org.kith.directory.lookup.ForeignIds known;

    Run(
            Queue queue,
            Ledger ledger,
            Groups stored,
            Withdrawal withdrawal,
            ImportLimits limits,
            org.kith.directory.lookup.ForeignIds known) {
        this.queue = queue;
        this.ledger = ledger;
        this.stored = stored;
        this.withdrawal = withdrawal;
        this.limits = limits;
        this.known = known;
    }

    void of(Job job, BooleanSupplier stopping) {
        Path file = queue.fetchUpload(job.id());
        try (Upload upload = Upload.open(file, job.fileName(), limits.reading())) {
            Reading reading = Reading.of(upload, limits.reading(), spelling(job));
            if (store(job, reading, stopping)) {
                queue.finish(job.id(), "done", null, null);
            } else {
                queue.release(job.id());
            }
        } catch (UnreadableUpload e) {
            queue.finish(job.id(), "failed", e.code(), e.getMessage());
        } finally {
            delete(file);
        }
    }

    /** @return false when it was told to stop before the end */
    private boolean store(Job job, Reading reading, BooleanSupplier stopping) {
        Set<String> done = ledger.treesDone(job.id());
        if (!done.contains(NOTES)) {
            note(job, reading.notes());
        }
        Map<OrganizationTree, ForeignIds> ids = new IdentityHashMap<>();
        reading.trees().forEach(tree -> ids.put(tree, translated(job, tree)));
        Withdrawal.Present present = withdrawal.present(job, reading.trees());
        queue.expect(job.id(), reading.trees().size() + 1);
        int count = done.size();
        List<TreeImport.Item> group = new ArrayList<>();
        int rows = 0;
        for (OrganizationTree tree : reading.trees()) {
            if (stopping.getAsBoolean()) {
                return false;
            }
            if (done.contains(tree.key())) {
                continue;
            }
            TreeImport.Item item = new TreeImport.Item(tree, Objects.requireNonNull(ids.get(tree)));
            if (!item.isOrganization()) {
                // Terms are committed before those who use them: the store of terms is a transaction of its own there.
                stored.inGroups(job, List.of(item));
                count++;
                continue;
            }
            group.add(item);
            rows += tree.rows().size();
            count++;
            if (group.size() == GROUP_TREES || rows >= GROUP_ROWS) {
                stored.inGroups(job, group);
                queue.advance(job.id(), count);
                group.clear();
                rows = 0;
            }
        }
        stored.inGroups(job, group);
        if (job.withdrawMissing() && !job.dryRun()) {
            withdrawal.of(job, present);
        }
        return true;
    }

    private Spelling spelling(Job job) {
        Spelling spelling = new Spelling();
        known.eachOf(job.source(), spelling::add);
        return spelling;
    }

    private static ForeignIds translated(Job job, OrganizationTree tree) {
        ForeignIds ids = new ForeignIds(job.source());
        ObjectNode document = tree.document();
        if (document != null && !tree.key().equals(OrganizationTree.TAXONOMIES)) {
            named(document, job.source());
            ids.translate("organization", document);
        }
        return ids;
    }

    /** Terms of a taxonomy without a name belong to the one that is named after the source. */
    private static void named(ObjectNode document, String source) {
        for (JsonNode term : document.findValues("taxonomy_term")) {
            if (term instanceof ObjectNode one && !one.has("taxonomy")) {
                one.put("taxonomy", source);
            }
        }
    }

    @Transactional
    void note(Job job, Notes notes) {
        List<ObjectNode> lines = new ArrayList<>();
        for (Notes.Note note : notes.all()) {
            ObjectNode line = Ledger.line(note.file(), 0, "file", null, "noted");
            ObjectNode problem = line.putArray("problems").addObject();
            if (!note.field().isEmpty()) {
                problem.put("field", note.field());
            }
            problem.put("code", note.code()).put("message", note.message()).put("times", note.times());
            lines.add(line);
        }
        ledger.add(job.id(), List.of(new Ledger.Entry(NOTES, JsonNodeFactory.instance.objectNode(), null, lines)));
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
