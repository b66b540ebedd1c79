package org.kith.directory.imports;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.kith.directory.imports.format.OrganizationTree;
import org.kith.directory.listing.RefusedEntity;

/** Stores organizations some at a time; what one of them cannot bring does not keep the others out. */
@ApplicationScoped
class Groups {
    private static final Logger LOG = Logger.getLogger(Groups.class);

    private final TreeImport trees;

    Groups(TreeImport trees) {
        this.trees = trees;
    }

    void inGroups(Job job, List<TreeImport.Item> items) {
        List<TreeImport.Item> group = new ArrayList<>(items);
        // Each round ends, or takes something out of a tree, or a tree out of the group.
        while (!group.isEmpty()) {
            try {
                trees.store(job, group);
                return;
            } catch (RefusedEntity e) {
                Optional<TreeImport.Item> concerned = group.stream()
                        .filter(item -> new Mending(item.tree()).isConcernedBy(e))
                        .findFirst();
                if (concerned.isEmpty()) {
                    oneByOne(job, group, e);
                    return;
                }
                OrganizationTree tree = concerned.get().tree();
                concerned.get().mended();
                if (!new Mending(tree).mend(e)) {
                    trees.refuse(job, tree, "refused-by-directory", "The directory does not take it: " + e.flaws());
                    group.remove(concerned.get());
                }
            } catch (RuntimeException e) {
                oneByOne(job, group, e);
                return;
            }
        }
    }

    private void oneByOne(Job job, List<TreeImport.Item> group, RuntimeException cause) {
        if (group.size() > 1) {
            group.forEach(item -> inGroups(job, List.of(item)));
            return;
        }
        // The row says that it was refused and the log says why: unless the database itself is gone, and then refusing
        // fails as well and the import is tried again from here.
        OrganizationTree tree = group.getFirst().tree();
        LOG.errorf(cause, "Import %s: organization %s could not be stored", job.id(), tree.key());
        trees.refuse(job, tree, "not-stored", "It could not be stored because of an error inside the directory.");
    }
}
