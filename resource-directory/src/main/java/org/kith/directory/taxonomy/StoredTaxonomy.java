package org.kith.directory.taxonomy;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Mutability;
import org.hibernate.type.SqlTypes;
import org.kith.directory.hsds.Taxonomy;
import org.kith.directory.platform.ImmutableJson;

/** A list of codes. */
@Entity
@Table(name = "taxonomy")
public class StoredTaxonomy {
    @Id
    private UUID id;

    private String name;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(ImmutableJson.class)
    private Taxonomy facts;

    protected StoredTaxonomy() {}

    public UUID id() {
        return id;
    }

    public Taxonomy facts() {
        return facts;
    }
}
