package org.kith.directory.taxonomy;

import io.quarkus.hibernate.orm.panache.PanacheQuery;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The taxonomies that listings use. */
@ApplicationScoped
public class Taxonomies implements PanacheRepositoryBase<StoredTaxonomy, UUID> {
    private static final int PIECE = 200;

    public long count(@Nullable String search) {
        return matching(search, null).count();
    }

    public List<StoredTaxonomy> page(@Nullable String search, long offset, int limit) {
        return Ranges.of(matching(search, null), offset, limit);
    }

    /** What follows an id; null at the beginning. */
    public List<StoredTaxonomy> following(@Nullable String search, @Nullable UUID last) {
        return Ranges.of(matching(search, last), 0, PIECE);
    }

    private PanacheQuery<StoredTaxonomy> matching(@Nullable String search, @Nullable UUID last) {
        return find(
                "lower(name) like ?1 escape '!' and id > ?2 order by id",
                Ranges.containing(search),
                last == null ? Ranges.FIRST : last);
    }
}
