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
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.kith.directory.imports.format.ForeignIds;
import org.kith.directory.imports.format.Notes;
import org.kith.directory.imports.format.OrganizationTree;
import org.kith.directory.imports.format.Parts;
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
        try (Upload upload = Upload.open(file, job.fileName(), limits.reading());
                Parts parts = Parts.of(upload, Files.size(file), limits.reading())) {
            boolean finished = parts == null ? asAWhole(job, upload, stopping) : inParts(job, parts, stopping);
            if (finished) {
                queue.finish(job.id(), "done", null, null);
            } else {
                queue.release(job.id());
            }
        } catch (UnreadableUpload e) {
            queue.finish(job.id(), "failed", e.code(), e.getMessage());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            delete(file);
        }
    }

    /** @return false when it was told to stop before the end */
    private boolean asAWhole(Job job, Upload upload, BooleanSupplier stopping) {
        Reading reading = Reading.of(upload, limits.reading(), spelling(job));
        Progress progress = new Progress(job, ledger.treesDone(job.id()), stopping);
        if (!progress.done.contains(NOTES)) {
            note(job, reading.notes());
        }
        queue.expect(job.id(), reading.trees().size() + 1);
        return progress.store(reading) && progress.withdraw();
    }

    private boolean inParts(Job job, Parts parts, BooleanSupplier stopping) {
        Progress progress = new Progress(job, ledger.treesDone(job.id()), stopping);
        queue.expect(job.id(), parts.trees() + 1);
        if (!parts.forEach(spelling(job), progress::store)) {
            return false;
        }
        if (!progress.done.contains(NOTES)) {
            note(job, parts.notes());
        }
        return progress.withdraw();
    }

    /** How far an import is. */
    private final class Progress {
        private final Job job;
        private final Set<String> done;
        private final BooleanSupplier stopping;
        private final Withdrawal.Present present = new Withdrawal.Present(new HashSet<>(), new ArrayList<>());
        private int count;

        Progress(Job job, Set<String> done, BooleanSupplier stopping) {
            this.job = job;
            this.done = done;
            this.stopping = stopping;
            this.count = done.size();
        }

        /** @return false when it was told to stop before the end */
        boolean store(Reading reading) {
            Map<OrganizationTree, ForeignIds> ids = new IdentityHashMap<>();
            reading.trees().forEach(tree -> ids.put(tree, translated(job, tree)));
            present.add(withdrawal.present(job, reading.trees()));
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
                count++;
                if (!item.isOrganization()) {
                    // Terms are committed before those who use them, whose store of terms is a transaction of its own.
                    stored.inGroups(job, List.of(item));
                    continue;
                }
                group.add(item);
                rows += tree.rows().size();
                if (group.size() == GROUP_TREES || rows >= GROUP_ROWS) {
                    stored.inGroups(job, group);
                    queue.advance(job.id(), count);
                    group.clear();
                    rows = 0;
                }
            }
            stored.inGroups(job, group);
            queue.advance(job.id(), count);
            return true;
        }

        boolean withdraw() {
            if (job.withdrawMissing() && !job.dryRun()) {
                withdrawal.of(job, present);
            }
            return true;
        }
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
