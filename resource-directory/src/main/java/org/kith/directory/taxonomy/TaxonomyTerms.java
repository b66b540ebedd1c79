package org.kith.directory.taxonomy;

import io.quarkus.hibernate.orm.panache.PanacheQuery;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.kith.directory.hsds.HsdsJson;
import org.kith.directory.hsds.Taxonomy;
import org.kith.directory.hsds.TaxonomyTerm;

/** The terms that listings use. */
@ApplicationScoped
public class TaxonomyTerms implements PanacheRepositoryBase<StoredTaxonomyTerm, UUID> {
    private static final String TAXONOMY = "insert into taxonomy (id, name, facts) values (?, ?, ?::jsonb)"
            + " on conflict (id) do update set name = excluded.name, facts = excluded.facts"
            + " where taxonomy.facts <> excluded.facts";
    private static final String TERM = "insert into taxonomy_term (id, taxonomy_id, parent_id, code, name, facts)"
            + " values (?, ?, ?, ?, ?, ?::jsonb) on conflict (id) do ";
    private static final String REPLACE =
            "update set taxonomy_id = excluded.taxonomy_id, parent_id = excluded.parent_id, code = excluded.code,"
                    + " name = excluded.name, facts = excluded.facts where taxonomy_term.facts <> excluded.facts";

    private static final int PIECE = 200;

    private final DataSource database;
    /** There are some thousands of terms; a listing almost always uses known ones. */
    private final Set<UUID> known = ConcurrentHashMap.newKeySet();

    TaxonomyTerms(DataSource database) {
        this.database = database;
    }

    /** Which terms; all conditions hold together. */
    public record Filter(
            @Nullable String search,
            @Nullable UUID taxonomy,
            @Nullable UUID parent,
            boolean topOnly) {}

    public long count(Filter filter) {
        return find(filter, null).count();
    }

    public List<StoredTaxonomyTerm> page(Filter filter, long offset, int limit) {
        return Ranges.of(find(filter, null), offset, limit);
    }

    /** What follows an id; null at the beginning. */
    public List<StoredTaxonomyTerm> following(Filter filter, @Nullable UUID last) {
        return Ranges.of(find(filter, last), 0, PIECE);
    }

    private PanacheQuery<StoredTaxonomyTerm> find(Filter filter, @Nullable UUID last) {
        StringBuilder where = new StringBuilder("id > :last");
        Parameters parameters = Parameters.with("last", last == null ? Ranges.FIRST : last);
        if (filter.search() != null) {
            where.append(" and (lower(name) like :words escape '!' or lower(code) like :words escape '!')");
            parameters.and("words", Ranges.containing(filter.search()));
        }
        if (filter.taxonomy() != null) {
            where.append(" and taxonomyId = :taxonomy");
            parameters.and("taxonomy", filter.taxonomy());
        }
        if (filter.parent() != null) {
            where.append(" and parentId = :parent");
            parameters.and("parent", filter.parent());
        }
        if (filter.topOnly()) {
            where.append(" and parentId is null");
        }
        return find(where + " order by id", parameters);
    }

    /** Terms met on listings: kept when they are new, in a transaction of their own, so that no writer waits for another. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void remember(Collection<TaxonomyTerm> met) {
        List<TaxonomyTerm> fresh = met.stream()
                .filter(t -> t.id() != null && !known.contains(t.id()))
                .toList();
        if (fresh.isEmpty()) {
            return;
        }
        insertTaxonomies(
                fresh.stream()
                        .filter(t -> t.taxonomy() != null && t.taxonomyId() != null)
                        .collect(Collectors.toMap(
                                TaxonomyTerm::taxonomyId,
                                t -> new Taxonomy(t.taxonomyId(), t.taxonomy(), t.taxonomy(), null, null, List.of()),
                                (a, b) -> a))
                        .values(),
                TAXONOMY.substring(0, TAXONOMY.indexOf("do update")) + "do nothing");
        insertTerms(fresh, TERM + "nothing");
        fresh.forEach(t -> known.add(Objects.requireNonNull(t.id())));
    }

    /** A whole taxonomy with its terms; what is there already is replaced. */
    @Transactional
    public void store(Taxonomy taxonomy, Collection<TaxonomyTerm> terms) {
        insertTaxonomies(List.of(taxonomy), TAXONOMY);
        insertTerms(terms, TERM + REPLACE);
    }

    private void insertTaxonomies(Collection<Taxonomy> taxonomies, String sql) {
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(sql)) {
            for (Taxonomy taxonomy : taxonomies.stream()
                    .sorted(Comparator.comparing(t -> Objects.requireNonNull(t.id())))
                    .toList()) {
                insert.setObject(1, taxonomy.id());
                insert.setString(2, taxonomy.name());
                insert.setString(3, json(taxonomy));
                insert.addBatch();
            }
            insert.executeBatch();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** In the order of ids, so that two writers of the same terms do not wait for each other in a circle. */
    private void insertTerms(Collection<TaxonomyTerm> terms, String sql) {
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(sql)) {
            // One statement may write many rows, but none of them twice: the last word of a source counts.
            Map<UUID, TaxonomyTerm> byId = new TreeMap<>();
            terms.forEach(term -> byId.put(Objects.requireNonNull(term.id()), term));
            for (TaxonomyTerm term : byId.values()) {
                insert.setObject(1, term.id());
                insert.setObject(2, term.taxonomyId());
                insert.setObject(3, term.parentId());
                insert.setString(4, term.code());
                insert.setString(5, term.name());
                insert.setString(6, json(term));
                insert.addBatch();
            }
            insert.executeBatch();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String json(Object value) {
        return new String(HsdsJson.bytes(value), StandardCharsets.UTF_8);
    }
}
