package org.kith.directory.organization;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Mutability;
import org.hibernate.type.SqlTypes;
import org.kith.directory.hsds.Confidential;
import org.kith.directory.hsds.Organization;
import org.kith.directory.platform.ImmutableJson;

/** An organization as its editors wrote it, without the locations and services that belong to it. */
@Entity
@Table(name = "organization")
public class StoredOrganization {
    @Id
    private UUID id;

    private String name;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(ImmutableJson.class)
    private Organization facts;

    private boolean flagged;

    /** The entity tag: grows with the organization and with everything that it publishes. */
    private long version;

    @Column(name = "last_modified")
    private Instant lastModified;

    protected StoredOrganization() {}

    public StoredOrganization(UUID id, Organization facts, Instant now) {
        this.id = id;
        set(facts, now);
    }

    /** @return whether something changed */
    public boolean replace(Organization newFacts, Instant now) {
        if (newFacts.equals(facts)) {
            return false;
        }
        set(newFacts, now);
        return true;
    }

    private void set(Organization newFacts, Instant now) {
        facts = newFacts;
        name = newFacts.name() == null ? "" : newFacts.name();
        flagged = Confidential.isSaidBy(newFacts.attributes());
        lastModified = now;
        version++;
    }

    /** Something that it publishes changed, so that what a reader holds is no longer current. */
    public void touch() {
        version++;
    }

    public UUID id() {
        return id;
    }

    public Organization facts() {
        return facts;
    }

    public long version() {
        return version;
    }

    public Instant lastModified() {
        return lastModified;
    }
}
