package org.kith.directory.taxonomy;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Mutability;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.kith.directory.hsds.TaxonomyTerm;
import org.kith.directory.platform.ImmutableJson;

/** One code of a taxonomy. */
@Entity
@Table(name = "taxonomy_term")
public class StoredTaxonomyTerm {
    @Id
    private UUID id;

    @Column(name = "taxonomy_id")
    private @Nullable UUID taxonomyId;

    @Column(name = "parent_id")
    private @Nullable UUID parentId;

    private @Nullable String code;

    private String name;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(ImmutableJson.class)
    private TaxonomyTerm facts;

    protected StoredTaxonomyTerm() {}

    public UUID id() {
        return id;
    }

    public TaxonomyTerm facts() {
        return facts;
    }
}
